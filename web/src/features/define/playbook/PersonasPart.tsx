import type { Persona } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/PageHead';
import { isAt, moved, replaced } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { AddNamed } from './AddNamed';
import { nameOf } from './choices';
import { idFor } from './edit';
import { ItemHead } from './ItemHead';
import { m } from './messages';
import { PersonaForm } from './PersonaForm';
import type { PartProps } from './place';
import css from './Playbook.module.css';
import { useRemoval } from './useRemoval';

/** The kinds of people a team sells to, as cards. */
export function PersonasPart({ process, findings, may, onEdit, open, onOpen }: PartProps) {
  const personas = process.personas ?? [];
  const [remove, question] = useRemoval(process, 'personas', onEdit);
  const put = (next: Persona[], about = '') => onEdit({ ...process, personas: next }, about);
  const add = (name: string) => {
    const id = idFor(name, personas, 'persona');
    put([...personas, { id, name }]);
    onOpen(id);
  };
  return (
    <Section title={m.personas.title} says={m.personas.says}>
      {personas.length === 0 && (
        <EmptyState title={m.personas.empty} picture={<Sample />}>
          {m.personas.emptySays}
        </EmptyState>
      )}
      <ul className={css.cards}>
        {personas.map((persona, at) => {
          const path = `personas[${at}]`;
          const isOpen = may && persona.id === open;
          return (
            <li key={at} className={css.card} data-open={isOpen || undefined}>
              <ItemHead
                name={persona.name}
                may={may}
                isOpen={isOpen}
                onOpen={(to) => onOpen(to ? persona.id : null)}
                onMove={(by) => put(moved(personas, at, at + by))}
                onRemove={() => remove(persona.id, persona.name)}
              >
                <h3>{persona.name || persona.id}</h3>
              </ItemHead>
              {isOpen ? (
                <PersonaForm
                  process={process}
                  persona={persona}
                  onChange={(next, about) => put(replaced(personas, at, next), `${path}.${about}`)}
                />
              ) : (
                <Shown persona={persona} process={process} onOpen={onOpen} />
              )}
              <FindingNotes findings={findings.filter((f) => isAt(f, path))} />
            </li>
          );
        })}
      </ul>
      {may && <AddNamed label={m.personas.add} placeholder={m.personas.addHint} go={m.personas.addGo} onAdd={add} />}
      {question}
    </Section>
  );
}

const LISTS = ['goals', 'pains', 'reasons', 'channels', 'trusts'] as const;

function Shown({ persona, process, onOpen }: { persona: Persona } & Pick<PartProps, 'process' | 'onOpen'>) {
  const { role = '', objections = [], decides_with = [] } = persona;
  const says = (id: string) => process.objections?.find((o) => o.id === id)?.says;
  return (
    <>
      {role !== '' && <p className="soft">{role}</p>}
      <dl className={css.facts}>
        {LISTS.map((list) => {
          const lines = persona[list] ?? [];
          if (lines.length === 0) return null;
          return (
            <div key={list}>
              <dt>{m.personas[list]}</dt>
              <dd>
                <ul>
                  {lines.map((line, i) => (
                    <li key={i}>{line}</li>
                  ))}
                </ul>
              </dd>
            </div>
          );
        })}
        {objections.length > 0 && (
          <div>
            <dt>{m.personas.objections}</dt>
            <dd>
              <ul>
                {objections.map((id) => (
                  <li key={id}>
                    {says(id) === undefined ? (
                      id
                    ) : (
                      <button type="button" className={css.plainLink} onClick={() => onOpen(id, 'objections')}>
                        “{says(id)}”
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {decides_with.length > 0 && (
          <div>
            <dt>{m.personas.decides}</dt>
            <dd>{m.all(decides_with.map((id) => nameOf(process.personas, id)))}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Sample() {
  const { name, role, pain, objection } = m.personas.sample;
  return (
    <div className={css.sample}>
      <b>{name}</b>
      <p className="soft">{role}</p>
      <p>
        <b className="soft">{m.personas.pains}</b>
        <br />
        {pain}
      </p>
      <p>
        <b className="soft">{m.personas.objections}</b>
        <br />
        {objection}
      </p>
    </div>
  );
}
