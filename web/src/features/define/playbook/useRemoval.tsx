import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Process } from '@/api';
import { m } from './messages';
import css from './Playbook.module.css';
import { type List, type Reference, references, removed } from './references';

interface Asked {
  id: string;
  name: string;
  found: Reference[];
}

/** Removes things of a list; where others name one, it says where first. Returns how to ask, and the question. */
export function useRemoval(
  process: Process,
  list: List,
  onEdit: (process: Process, about: string) => void,
): [(id: string, name: string) => void, ReactNode] {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const ask = (id: string, name: string) => {
    const found = references(process, list, id);
    if (found.length === 0) onEdit(removed(process, list, id), '');
    else setAsked({ id, name, found });
  };
  const question = (
    <Modal opened={asked !== null} onClose={close} title={m.remove.title(asked?.name ?? '')}>
      {asked && (
        <>
          <p className={css.first}>{m.remove.says(asked.found.length)}</p>
          <ul>
            {asked.found.map(({ from, name, then }, i) => (
              <li key={i}>
                {m.remove.from[from]}: {name}
                {then && <span className="soft">, {m.remove.then[then]}</span>}
              </li>
            ))}
          </ul>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>
              {m.remove.cancel}
            </Button>
            <Button
              color="red"
              onClick={() => {
                onEdit(removed(process, list, asked.id), '');
                close();
              }}
            >
              {m.remove.go}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
  return [ask, question];
}
