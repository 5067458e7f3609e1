import type { Scheme } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/PageHead';
import { isAt, moved, replaced } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { AddNamed } from './AddNamed';
import { idFor } from './edit';
import { ItemHead } from './ItemHead';
import { m } from './messages';
import type { PartProps } from './place';
import css from './Playbook.module.css';
import { mostPoints, usesOf } from './points';
import { SchemeForm } from './SchemeForm';
import { StageLetter } from './StageMarks';
import { TryOut } from './TryOut';
import { useRemoval } from './useRemoval';

/** Ways to judge whether a deal is worth the work, each to be tried out. */
export function SchemesPart({ process, findings, may, onEdit, open, onOpen }: PartProps) {
  const schemes = process.schemes ?? [];
  const [remove, question] = useRemoval(process, 'schemes', onEdit);
  const put = (next: Scheme[], about = '') => onEdit({ ...process, schemes: next }, about);
  const add = (name: string) => {
    const id = idFor(name.split(':')[0] ?? name, schemes, 'scheme');
    put([...schemes, { id, name, threshold: 1, questions: [] }]);
    onOpen(id);
  };
  return (
    <Section title={m.schemes.title} says={m.schemes.says}>
      {schemes.length === 0 && <EmptyState title={m.schemes.empty}>{m.schemes.emptySays}</EmptyState>}
      <ul className={css.items}>
        {schemes.map((scheme, at) => {
          const path = `schemes[${at}]`;
          const isOpen = may && scheme.id === open;
          return (
            <li key={at} className={css.card} data-open={isOpen || undefined}>
              <ItemHead
                name={scheme.name}
                may={may}
                isOpen={isOpen}
                onOpen={(to) => onOpen(to ? scheme.id : null)}
                onMove={(by) => put(moved(schemes, at, at + by))}
                onRemove={() => remove(scheme.id, scheme.name)}
              >
                <h3>{scheme.name || scheme.id}</h3>
              </ItemHead>
              {isOpen && (
                <SchemeForm
                  scheme={scheme}
                  path={path}
                  findings={findings}
                  onChange={(next, about) => put(replaced(schemes, at, next), about && `${path}.${about}`)}
                />
              )}
              <div className={css.beside}>
                <div>
                  <p className="soft small">{m.schemes.needs(scheme.threshold, mostOf(scheme))}</p>
                  <TryOut scheme={scheme} />
                </div>
                <Uses process={process} scheme={scheme.id} />
              </div>
              <FindingNotes
                findings={findings.filter((f) => isAt(f, path) && !(isOpen && f.path.startsWith(`${path}.questions[`)))}
              />
            </li>
          );
        })}
      </ul>
      {may && <AddNamed label={m.schemes.add} placeholder={m.schemes.addHint} go={m.schemes.addGo} onAdd={add} />}
      {question}
    </Section>
  );
}

const mostOf = ({ questions = [] }: Scheme): number => questions.reduce((sum, q) => sum + mostPoints(q), 0);

function Uses({ process, scheme }: Pick<PartProps, 'process'> & { scheme: string }) {
  const uses = usesOf(process, scheme);
  if (uses.length === 0) return <p className="soft small">{m.schemes.unused}</p>;
  return (
    <dl className={css.facts}>
      <div>
        <dt>{m.schemes.used}</dt>
        {uses.map((use, i) => (
          <dd key={i}>
            <StageLetter place={use.place} /> {use.stage}: {use.says}
            {!use.required && <span className="soft"> ({m.schemes.usedWished})</span>}
          </dd>
        ))}
      </div>
    </dl>
  );
}
