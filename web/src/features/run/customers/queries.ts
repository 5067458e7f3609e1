import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, type HealthLight } from '@/api';

/** By what the customers can be in order. */
export const SORTS = ['health', 'review', 'renewal', 'value', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** Which customers, in what order. */
export interface CustomersOf {
  owner?: string;
  text?: string;
  light?: HealthLight;
  sort?: Sort;
}

export const customersQuery = (of: CustomersOf) =>
  queryOptions({
    queryKey: ['deals', 'customers', of],
    queryFn: ({ signal }) => got(api.GET('/customers', { params: { query: of }, signal })),
    placeholderData: keepPreviousData,
  });
