import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, BASE, got } from '@/api';

/** The trail begins without a cursor. */
function noCursor(): number | null {
  return null;
}

/** What was refused, the latest first, part by part. */
export const refusalsQuery = infiniteQueryOptions({
  queryKey: ['refusals'],
  queryFn: ({ pageParam, signal }) =>
    got(api.GET('/audit', { params: { query: { ...(pageParam === null ? {} : { cursor: pageParam }) } }, signal })),
  initialPageParam: noCursor(),
  getNextPageParam: (last) => last.next ?? null,
});

/** All of it as a table. */
export const REFUSALS_CSV = `${BASE}/audit.csv`;
