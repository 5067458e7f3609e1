import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Stage } from '@/api';
import { isAt, moved, without } from '../edit';
import css from '../Editor.module.css';
import { useSurroundings } from '../editing';
import { FindingNotes } from '../FindingNotes';
import { RowTools } from '../RowTools';
import { type Item, itemsOf, type ListName, withItems } from './lists';
import { m } from './messages';

interface Props<L extends ListName> {
  list: L;
  stage: Stage;
  /** Where the stage stands: `stages[1]`. */
  path: string;
  /** A thing of the list as a form. */
  form: (item: Item<L>, change: (item: Item<L>, about: string) => void) => ReactNode;
  nameOf: (item: Item<L>) => string;
  /** A new thing beside those that are there. */
  fresh: (items: Item<L>[]) => Item<L>[];
  onChange: (stage: Stage, about: string) => void;
}

/** A list of a stage as forms one under the other. */
export function StageList<L extends ListName>({ list, stage, path, form, nameOf, fresh, onChange }: Props<L>) {
  const { findings } = useSurroundings();
  const items = itemsOf(stage, list);
  const put = (next: Item<L>[], about = '') => onChange(withItems(stage, list, next), about);
  return (
    <section className={css.part}>
      <h3>{m.lists[list].title}</h3>
      <ul className={css.items}>
        {items.map((item, i) => {
          const at = `${path}.${list}[${i}]`;
          const change = (next: Item<L>, about: string) =>
            put(
              items.map((other, j) => (j === i ? next : other)),
              about && `${at}.${about}`,
            );
          return (
            <li key={i} className={css.item}>
              <div className={css.tools}>
                <RowTools
                  name={nameOf(item)}
                  onMove={(by) => put(moved(items, i, i + by))}
                  onRemove={() => put(without(items, i))}
                />
              </div>
              {form(item, change)}
              <FindingNotes findings={findings.filter((f) => isAt(f, at))} />
            </li>
          );
        })}
      </ul>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => put([...items, ...fresh(items)])}
      >
        {m.lists[list].adds}
      </Button>
    </section>
  );
}
