import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DealPerson, DealView } from '@/api';
import { fieldName } from '@/messages';
import { ago } from '@/ui/format';
import { given } from '@/ui/given';
import css from './People.module.css';
import { m } from './messages';
import { calledOf, knownBy } from './person';
import { PersonForm } from './PersonForm';

interface Props {
  view: DealView;
  /** Roles that the process looks for. */
  roles: readonly string[];
}

/** Who is on the prospect's side: what they do, what they are in the decision, how engaged they are. */
export function People({ view: { deal, people, buy_in: gaps, may_change: may }, roles }: Props) {
  const [asked, setAsked] = useState<DealPerson | 'new' | null>(null);
  return (
    <>
      {people.length === 0 && <p className="soft small">{m.none}</p>}
      <ul className={css.people}>
        {people.map((person, at) => (
          <li key={at}>
            <Person person={person} />
            {may && knownBy(person) !== null && (
              <ActionIcon
                size={24}
                variant="subtle"
                c="var(--ink-soft)"
                aria-label={m.edit(calledOf(person, m.nameless))}
                onClick={() => setAsked(person)}
              >
                <IconPencil size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {deal.outcome === 'open' && people.length > 0 && gaps.length > 0 && (
        <div className={css.gaps}>
          <p>{m.gaps}</p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.who}>{gap.says}</li>
            ))}
          </ul>
        </div>
      )}
      {may && (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => setAsked('new')}>
          {m.add}
        </Button>
      )}
      <PersonForm deal={deal.id} asked={asked} roles={roles} onClose={() => setAsked(null)} />
    </>
  );
}

const SIGNS = { for: '▲', neutral: '◆', against: '▼', unknown: '○' } as const;

function Person({ person }: { person: DealPerson }) {
  const called = calledOf(person, m.nameless);
  const { title, role, email, acts, last, stand, influence } = person;
  const buys = [stand === 'unknown' ? '' : m.stands[stand], m.weight[influence]].filter((words) => words !== '');
  const about = [title, email].filter((text) => given(text) && text !== '' && text !== called);
  return (
    <div>
      <p className={css.name}>
        <b>{called}</b>
        {given(role) && role !== '' && fieldName(role) !== called && (
          <span className={css.role} data-role={role}>
            {fieldName(role)}
          </span>
        )}
      </p>
      {buys.length > 0 && (
        <p className={css.stand} data-stand={stand}>
          <span aria-hidden>{SIGNS[stand]}</span> {buys.join(', ')}
        </p>
      )}
      {about.length > 0 && <p className={css.about}>{about.join(' · ')}</p>}
      <p className={css.about}>{acts === 0 ? m.silent : m.acts(acts, given(last) ? ago(last) : null)}</p>
    </div>
  );
}
