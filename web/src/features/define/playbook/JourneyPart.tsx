import { Button, MultiSelect, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { Journey, JourneyStep } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/PageHead';
import { isAt, moved, replaced } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { AddNamed } from './AddNamed';
import { nameOf, personaChoices } from './choices';
import { idFor } from './edit';
import { idleStages } from './journey';
import css from './Journey.module.css';
import { JourneyPicture } from './JourneyPicture';
import { ItemHead } from './ItemHead';
import { m } from './messages';
import type { PartProps } from './place';
import parts from './Playbook.module.css';
import { StageMarks } from './StageMarks';
import { useRemoval } from './useRemoval';

/** The way of buyers, one picture a journey, beside the stages that help them. */
export function JourneyPart({ process, findings, may, onEdit, open, onOpen }: PartProps) {
  const journeys = process.journeys ?? [];
  const [remove, question] = useRemoval(process, 'journeys', onEdit);
  const put = (next: Journey[], about = '') => onEdit({ ...process, journeys: next }, about);
  const add = (name: string) => {
    const id = idFor(name, journeys, 'journey');
    put([...journeys, { id, name, steps: [] }]);
    onOpen(id);
  };
  const idle = idleStages(process);
  return (
    <Section
      title={m.journey.title}
      says={m.journey.says}
      actions={
        journeys.length > 0 && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {m.journey.print}
          </Button>
        )
      }
    >
      {journeys.length === 0 && (
        <EmptyState title={m.journey.empty} picture={<Sample />}>
          {m.journey.emptySays}
        </EmptyState>
      )}
      {journeys.map((journey, at) => {
        const path = `journeys[${at}]`;
        const isOpen = may && journey.id === open;
        const change = (next: Partial<Journey>, about = '') =>
          put(replaced(journeys, at, { ...journey, ...next }), about && `${path}.${about}`);
        return (
          <article key={at} className={css.sheet}>
            <ItemHead
              name={journey.name}
              may={may}
              isOpen={isOpen}
              onOpen={(to) => onOpen(to ? journey.id : null)}
              onMove={(by) => put(moved(journeys, at, at + by))}
              onRemove={() => remove(journey.id, journey.name)}
            >
              <h3>{journey.name || journey.id}</h3>
              <p className="soft small">
                {m.journey.of((journey.personas ?? []).map((id) => nameOf(process.personas, id)))}
              </p>
            </ItemHead>
            {isOpen && (
              <div className={`${parts.fields} ${css.screen}`}>
                <TextInput
                  size="sm"
                  label={m.journey.name}
                  value={journey.name}
                  onChange={(e) => change({ name: e.currentTarget.value }, 'name')}
                />
                <MultiSelect
                  size="sm"
                  label={m.journey.personas}
                  data={personaChoices(process, journey.personas)}
                  value={journey.personas ?? []}
                  onChange={(personas) => change({ personas })}
                />
              </div>
            )}
            <FindingNotes findings={findings.filter((f) => isAt(f, path) && !f.path.startsWith(`${path}.steps[`))} />
            <JourneyPicture
              process={process}
              journey={journey}
              path={path}
              findings={findings}
              {...(isOpen && {
                onChange: (steps: JourneyStep[], about: string) => change({ steps }, about),
              })}
            />
            {isOpen && <NextStep journey={journey} onAdd={(steps) => change({ steps })} />}
          </article>
        );
      })}
      {journeys.length > 0 && idle.length > 0 && (
        <div className={css.idle}>
          <b>{m.journey.idle}</b>
          <StageMarks stages={idle} />
        </div>
      )}
      {may && <AddNamed label={m.journey.add} placeholder={m.journey.addHint} go={m.journey.addGo} onAdd={add} />}
      {question}
    </Section>
  );
}

/** A new step comes last, in the phase of the one before. */
function NextStep({ journey, onAdd }: { journey: Journey; onAdd: (steps: JourneyStep[]) => void }) {
  const steps = journey.steps ?? [];
  const phase = steps.at(-1)?.phase;
  return (
    <div className={css.screen}>
      <AddNamed
        label={m.journey.addStep}
        placeholder={m.journey.addStepHint}
        go={m.journey.addStepGo}
        onAdd={(name) => onAdd([...steps, { id: idFor(name, steps, 'step'), name, ...(phase && { phase }) }])}
      />
    </div>
  );
}

function Sample() {
  return (
    <svg width={330} height={104} viewBox="0 0 330 104">
      {m.journey.sample.map((name, i) => (
        <g key={name} transform={`translate(${i * 110 + 2} 2)`}>
          <rect width={106} height={14} rx={3} fill={i === 1 ? 'var(--accent)' : 'var(--accent-soft)'} />
          <text x={4} y={34} fontSize={13} fontWeight={600} fill="var(--ink)">
            {name}
          </text>
          {[46, 60, 74].map((y) => (
            <rect key={y} x={4} y={y} width={[82, 94, 70][i]} height={5} rx={2} fill="var(--line-strong)" />
          ))}
          <rect x={4} y={86} width={14} height={14} rx={3} fill={`var(--stage-${i + 1})`} />
        </g>
      ))}
    </svg>
  );
}
