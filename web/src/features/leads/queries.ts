import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, BASE, got, type LeadAct, type NewLeadForm } from '@/api';
import { noCursor } from '@/app/cursor';
import { writeParams } from '@/app/selection';

/** Leads of one page. */
const PAGE = 200;

/** Which leads, with the names of the API's parameters; the address of the page holds it. */
export interface LeadChoice {
  state?: 'open' | 'dropped' | 'taken';
  owner?: string;
  unassigned?: boolean;
  source?: string;
  campaign?: string;
  list?: string;
  text?: string;
}

export const leadsQuery = (choice: LeadChoice) =>
  infiniteQueryOptions({
    queryKey: ['leads', 'list', choice],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...choice, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return got(api.GET('/leads', { params: { query }, signal }));
    },
    initialPageParam: noCursor(),
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
  });

export const csvAddress = (choice: LeadChoice): string => `${BASE}/leads.csv${writeParams({ ...choice })}`;

export const filtersQuery = queryOptions({
  queryKey: ['leads', 'filters'],
  queryFn: ({ signal }) => got(api.GET('/lead-filters', { signal })),
});

/** Loads again what shows leads, and what shows deals. */
export function useRefresh() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['leads', 'deal', 'deals', 'board', 'my-day'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** Does something with leads; what was refused comes with why. */
export function useAct() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ leads, act }: { leads: string[]; act: LeadAct }) =>
      got(api.POST('/leads/acts', { body: { leads, act } })),
    onSettled: refresh,
  });
}

/** Adds a lead. The key makes the same request sent twice add one. */
export function useAddLead() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ lead, key }: { lead: NewLeadForm; key: string }) =>
      got(api.POST('/leads', { body: lead, headers: { 'Idempotency-Key': key } })),
    meta: { quiet: true },
    onSuccess: refresh,
  });
}
