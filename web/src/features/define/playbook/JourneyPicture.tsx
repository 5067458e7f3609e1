import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import type { Finding, Journey, JourneyStep, Process } from '@/api';
import { isAt, moved, replaced, without } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { RowTools } from '../RowTools';
import { stageChoices } from './choices';
import { bandsOf, PHASES, phaseOf, servedBy } from './journey';
import css from './Journey.module.css';
import { m } from './messages';
import { StageMarks } from './StageMarks';

const ROWS = ['does', 'asks', 'feels', 'needs', 'touchpoint'] as const;

/** The linter's rule that says what the mark of an unserved step says already. */
const UNSERVED = 'P132';

interface Props {
  process: Process;
  journey: Journey;
  /** Where it stands in the process: `journeys[0]`. */
  path: string;
  findings: readonly Finding[];
  /** Left out: the picture is only looked at. */
  onChange?: (steps: JourneyStep[], about: string) => void;
}

/** A journey on one page: phases as bands, steps as columns; on a phone a list of steps. */
export function JourneyPicture({ process, journey, path, findings, onChange }: Props) {
  const steps = journey.steps ?? [];
  if (steps.length === 0) return <p className="soft">{m.journey.noSteps}</p>;
  return (
    <div className={css.frame} role="region" aria-label={journey.name} tabIndex={0}>
      <div
        className={css.picture}
        data-editing={onChange !== undefined || undefined}
        style={{ '--steps': steps.length }}
      >
        {([...ROWS, 'stages'] as const).map((row, i) => (
          <div key={row} className={css.row} style={{ gridRow: i + 3 }} aria-hidden>
            {m.journey.rows[row]}
          </div>
        ))}
        {bandsOf(steps).map((band) => (
          <Fragment key={band.from}>
            <div
              className={css.band}
              data-phase={band.phase}
              style={{ gridColumn: `${band.from + 2} / span ${band.steps.length}` }}
            >
              {m.journey.phase[band.phase]}
            </div>
            {band.steps.map((step, i) => {
              const at = band.from + i;
              return (
                <section key={at} className={css.step} style={{ gridColumn: at + 2 }} aria-label={step.name}>
                  {onChange ? (
                    <StepForm
                      process={process}
                      step={step}
                      onChange={(next, about) => onChange(replaced(steps, at, next), about && `steps[${at}].${about}`)}
                      onMove={(by) => onChange(moved(steps, at, at + by), '')}
                      onRemove={() => onChange(without(steps, at), '')}
                    />
                  ) : (
                    <Step process={process} step={step} />
                  )}
                  <FindingNotes
                    findings={findings.filter((f) => isAt(f, `${path}.steps[${at}]`) && f.code !== UNSERVED)}
                  />
                </section>
              );
            })}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function Step({ process, step }: { process: Process; step: JourneyStep }) {
  const stages = servedBy(process, step);
  return (
    <>
      <h4>{step.name || step.id}</h4>
      {ROWS.map((row) => (
        <div key={row} className={css.cell} data-row={row} data-empty={!step[row] || undefined}>
          <span className={css.label}>{m.journey.rows[row]}: </span>
          {step[row]}
        </div>
      ))}
      <div className={css.cell}>
        <span className={css.label}>{m.journey.rows.stages}: </span>
        {stages.length > 0 ? <StageMarks stages={stages} /> : <span className={css.unserved}>{m.journey.noStage}</span>}
      </div>
    </>
  );
}

interface StepFormProps {
  process: Process;
  step: JourneyStep;
  onChange: (step: JourneyStep, about: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** A step edited in its own column. */
function StepForm({ process, step, onChange, onMove, onRemove }: StepFormProps) {
  const of = (row: string) => `${row}: ${step.name}`;
  return (
    <>
      <div className={css.stepHead}>
        <TextInput
          size="xs"
          aria-label={m.journey.step}
          value={step.name}
          onChange={(e) => onChange({ ...step, name: e.currentTarget.value }, 'name')}
        />
        <NativeSelect
          size="xs"
          aria-label={of(m.journey.phaseLabel)}
          value={phaseOf(step)}
          data={PHASES.map((value) => ({ value, label: m.journey.phase[value] }))}
          onChange={(e) =>
            onChange({ ...step, phase: PHASES.find((p) => p === e.currentTarget.value) ?? 'before' }, '')
          }
        />
        <RowTools name={step.name} onMove={onMove} onRemove={onRemove} />
      </div>
      {ROWS.map((row) => (
        <div key={row} className={css.cell}>
          <span className={css.label} aria-hidden>
            {m.journey.rows[row]}
          </span>
          <Textarea
            size="xs"
            autosize
            minRows={2}
            aria-label={of(m.journey.rows[row])}
            value={step[row] ?? ''}
            onChange={(e) => onChange({ ...step, [row]: e.currentTarget.value }, row)}
          />
        </div>
      ))}
      <div className={css.cell}>
        <span className={css.label} aria-hidden>
          {m.journey.rows.stages}
        </span>
        <MultiSelect
          size="xs"
          aria-label={of(m.journey.rows.stages)}
          data={stageChoices(process, step.stages)}
          value={step.stages ?? []}
          onChange={(stages) => onChange({ ...step, stages }, '')}
        />
      </div>
    </>
  );
}
