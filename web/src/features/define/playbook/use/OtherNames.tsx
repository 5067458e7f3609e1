import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { OtherName } from '@/api';
import { m } from './messages';
import css from './Use.module.css';

/** Names shown before one asks for all. */
const FIRST = 6;

interface Props {
  title: string;
  says: string;
  /** Without a name: nobody said which. */
  others: readonly OtherName[];
  may: boolean;
  onAdd: (name: string) => void;
}

/** Names that deals bear and the playbook does not have, to be added to it. */
export function OtherNames({ title, says, others, may, onAdd }: Props) {
  const [all, setAll] = useState(false);
  const listed = others.filter((o) => o.name.trim() !== '');
  const unnamed = others.filter((o) => o.name.trim() === '').reduce((sum, o) => sum + o.times, 0);
  if (others.length === 0) return null;
  const shown = all ? listed : listed.slice(0, FIRST);
  return (
    <section className={css.others} aria-label={title}>
      <h3>{title}</h3>
      {listed.length > 0 && <p className="soft small">{says}</p>}
      <ul>
        {shown.map(({ name, times }) => (
          <li key={name}>
            <span>
              {name} <span className="soft small">{m.times(times)}</span>
            </span>
            {may && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={m.others.addThis(name)}
                onClick={() => onAdd(name)}
              >
                {m.others.add}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < listed.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {m.others.all(listed.length)}
        </Button>
      )}
      {unnamed > 0 && <p className="soft small">{m.others.unnamed(unnamed)}</p>}
    </section>
  );
}
