import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, seenAt, type Product, type ProductLine } from '@/api';
import { given } from '@/ui/given';

/** What the team sells, by name. */
export const productsQuery = queryOptions({
  queryKey: ['products'],
  queryFn: ({ signal }) => got(api.GET('/products', { signal })),
});

function useChange<I, O>(send: (input: I) => Promise<O>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: productsQuery.queryKey }),
  });
}

/** Adds a product, or changes one; what a file alone names becomes a product of one's own. */
export const useKeep = (of: ProductLine | null) =>
  useChange((body: Product) =>
    of !== null && given(of.id)
      ? got(api.PUT('/products/{id}', { params: seenAt(of.id, of.version), body }))
      : got(api.POST('/products', { body })),
  );

export const useRemove = () =>
  useChange(({ id, version }: { id: string; version: number }) =>
    api.DELETE('/products/{id}', { params: seenAt(id, version) }),
  );
