import type { View, ViewLine } from '@/api';
import { listsOf, type Selection, selectionOf } from '@/app/selection';

/** What a page shows, as a view keeps it. */
export interface Shown {
  selection: Selection;
  sort: string;
  columns: readonly string[];
}

/** The parameters of the address at which a view is shown. */
export const addressOf = ({ id, filters, sort, columns }: ViewLine): Record<string, string | string[]> => ({
  ...selectionParams(filters ?? {}),
  ...(sort ? { sort } : {}),
  ...(columns && columns.length > 0 ? { columns } : {}),
  view: id,
});

/** Of what a view keeps, that which a page can show. */
const selectionParams = (filters: Record<string, string[]>): Record<string, string[]> => listsOf(selectionOf(filters));

/** Whether a page shows a view as it is kept. */
export function isAsKept(view: View, { selection, sort, columns }: Shown): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((v, i) => v === b[i]);
  const own = listsOf(selection);
  const kept = selectionParams(view.filters ?? {});
  const names = new Set([...Object.keys(own), ...Object.keys(kept)]);
  return (
    [...names].every((name) => same([...(own[name] ?? [])].sort(), [...(kept[name] ?? [])].sort())) &&
    sort === (view.sort ?? '') &&
    same(columns, view.columns ?? [])
  );
}
