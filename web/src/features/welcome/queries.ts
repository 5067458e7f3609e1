import { queryOptions } from '@tanstack/react-query';
import { api, got } from '@/api';

/** How many deals there are. */
export const dealsAtAllQuery = queryOptions({
  queryKey: ['deals', 'at all'],
  queryFn: ({ signal }) => got(api.GET('/deals', { params: { query: { limit: 1 } }, signal })),
  select: (list) => list.total,
});
