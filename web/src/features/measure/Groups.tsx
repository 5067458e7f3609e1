import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { also, byField, type Selection } from '@/app/selection';
import { m } from './messages';

interface Grouped {
  value?: string | null;
}

/** The name of a group; the empty value stands for deals that have none. */
export const groupName = (value: string | null | undefined): string =>
  value === null || value === undefined || value === '' ? m.without : value;

/** The deals of a group among those selected. */
export function groupSelection(selection: Selection, by: string | undefined, value: string | null | undefined) {
  return by === undefined || value === null || value === undefined ? selection : also(selection, byField(by, value));
}

/** The first few of many, and a button that shows the others. */
export function Few<T>({ items, most, children }: { items: T[]; most: number; children: (shown: T[]) => ReactNode }) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, most);
  return (
    <>
      {children(shown)}
      {shown.length < items.length && (
        <Button variant="default" size="sm" mt="md" onClick={() => setAll(true)}>
          {m.showAll(items.length)}
        </Button>
      )}
    </>
  );
}

/** One of several groups, chosen by its name; the first at the beginning. */
export function useChosenGroup<T extends Grouped>(groups: T[]) {
  const [name, setName] = useState('');
  const chosen = groups.find((g) => groupName(g.value) === name) ?? groups[0];
  const select =
    groups.length > 1 ? (
      <NativeSelect
        size="xs"
        aria-label={m.group}
        value={groupName(chosen?.value)}
        onChange={(event) => setName(event.currentTarget.value)}
        data={groups.map((g) => groupName(g.value))}
      />
    ) : null;
  return { chosen, select };
}
