import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type BulkChange, type BulkResult, type Deal, got } from '@/api';
import type { Selection } from '@/app/selection';
import { tellUndo } from '@/app/undo';
import { given } from '@/ui/given';
import { tell } from '@/ui/toast';
import { m } from './messages';

/** Most deals that are changed at once. */
export const MOST = 1_000;

/** Deals in one request. */
const PAGE = 500;

const STALE = ['deals', 'board', 'deal', 'fields', 'my-day', 'custom-fields'];

/** The first deals of a list, loaded or not, as many as can be changed at once. */
export async function firstDeals(selection: Selection, sort: string): Promise<Deal[]> {
  const all: Deal[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { ...selection, sort, limit: PAGE, ...(given(cursor) ? { cursor } : {}) };
    const page = await got(api.GET('/deals', { params: { query } }));
    all.push(...page.deals);
    cursor = page.next;
  } while (given(cursor) && all.length < MOST);
  return all.slice(0, MOST);
}

/** Changes many deals. That they were is said with a way back; `then` is told what was held. */
export function useBulk(then: (result: BulkResult) => void) {
  const queries = useQueryClient();
  const refresh = () => {
    for (const key of STALE) void queries.invalidateQueries({ queryKey: [key] });
  };
  const undo = useMutation({
    mutationFn: (id: string) => got(api.POST('/deals/bulk/{id}/undo', { params: { path: { id } } })),
    onSuccess: (result) => {
      refresh();
      tell(m.undone(result.done.length));
      if (result.held.length > 0) then(result);
    },
  });
  return useMutation({
    mutationFn: (body: BulkChange) => got(api.POST('/deals/bulk', { body })),
    meta: { quiet: true },
    onSuccess: (result) => {
      refresh();
      const { id } = result;
      if (given(id)) tellUndo(m.done(result.done.length), m.undo, () => undo.mutate(id));
      else tell(m.nothing);
      then(result);
    },
  });
}
