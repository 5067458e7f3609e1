import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, seenAt, type PriceList, type PriceListLine } from '@/api';

export const priceListsQuery = queryOptions({
  queryKey: ['price-lists'],
  queryFn: ({ signal }) => got(api.GET('/price-lists', { signal })),
});

/** Adds a price list, or changes one. */
export function useKeepList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, list }: { of: PriceListLine | null; list: PriceList }) =>
      of
        ? got(api.PUT('/price-lists/{id}', { params: seenAt(of.id, of.version), body: list }))
        : got(api.POST('/price-lists', { body: list })),
    meta: { quiet: true },
    onSuccess: () => queries.invalidateQueries(priceListsQuery),
  });
}

export function useRemoveList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: PriceListLine) => api.DELETE('/price-lists/{id}', { params: seenAt(id, version) }),
    onSuccess: () => queries.invalidateQueries(priceListsQuery),
  });
}
