import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type AccountMerge, got, seenAt } from '@/api';
import { tellUndo } from '@/app/undo';
import { tell } from '@/ui/toast';
import { m } from './messages';

export const accountsQuery = (text: string) =>
  queryOptions({
    queryKey: ['accounts', text],
    queryFn: ({ signal }) => got(api.GET('/accounts', { params: { query: { text } }, signal })),
    placeholderData: keepPreviousData,
  });

export const accountQuery = (name: string) =>
  queryOptions({
    queryKey: ['accounts', 'one', name],
    queryFn: ({ signal }) => got(api.GET('/accounts/one', { params: { query: { name } }, signal })),
  });

const STALE = ['accounts', 'deals', 'board', 'search'];

/** Parts what was put together. */
export function usePart(then: () => void = () => undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<AccountMerge, 'id' | 'version'>) =>
      api.DELETE('/accounts/merges/{id}', { params: seenAt(id, version) }),
    onSuccess: () => {
      for (const key of STALE) void queries.invalidateQueries({ queryKey: [key] });
      tell(m.parted);
      then();
    },
  });
}

/** Lets names stand for one; can be taken back. */
export function useMerge(then: (to: string) => void = () => undefined) {
  const queries = useQueryClient();
  const part = usePart();
  return useMutation({
    mutationFn: (body: { from: string[]; to: string }) => got(api.POST('/accounts/merges', { body })),
    meta: { quiet: true },
    onSuccess: (made) => {
      for (const key of STALE) void queries.invalidateQueries({ queryKey: [key] });
      tellUndo(m.merged(made.to), m.undo, () => part.mutate(made));
      then(made.to);
    },
  });
}
