import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type DiscountPolicy, got } from '@/api';

export const discountsQuery = queryOptions({
  queryKey: ['discounts'],
  queryFn: ({ signal }) => got(api.GET('/settings/discounts', { signal })),
});

export const currencyQuery = queryOptions({
  queryKey: ['currency'],
  queryFn: ({ signal }) => got(api.GET('/settings/currency', { signal })),
});

export function useKeepDiscounts() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: DiscountPolicy) => got(api.PUT('/settings/discounts', { body })),
    meta: { quiet: true },
    onSuccess: (kept) => queries.setQueryData(discountsQuery.queryKey, kept),
  });
}

export function useKeepCurrency() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (currency: string) => got(api.PUT('/settings/currency', { body: { currency } })),
    meta: { quiet: true },
    onSuccess: (kept) => {
      queries.setQueryData(currencyQuery.queryKey, kept);
      for (const key of ['deals', 'board', 'accounts']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
