import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, BASE, got, type Step } from '@/api';
import { type Selection, writeParams } from '@/app/selection';
import type { Period } from './period';

/** What is asked of every measure, with the names of the API's parameters. */
export type Ask = Selection & Period & { by?: string; step?: Step };

/** What the page needs to know of all data: its last day and its currency. */
export const basisQuery = queryOptions({
  queryKey: ['discover', {}],
  queryFn: ({ signal }) => got(api.GET('/discover', { signal })),
  select: ({ as_of, value, deals }) => ({ asOf: as_of, currency: value.currency, deals: deals.total }),
});

export const flowQuery = (query: Ask) =>
  queryOptions({
    queryKey: ['measure', 'flow', query],
    queryFn: ({ signal }) => got(api.GET('/measure/flow', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const timeQuery = (query: Ask) =>
  queryOptions({
    queryKey: ['measure', 'time-in-stage', query],
    queryFn: ({ signal }) => got(api.GET('/measure/time-in-stage', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const conversionQuery = (query: Ask) =>
  queryOptions({
    queryKey: ['measure', 'conversion', query],
    queryFn: ({ signal }) => got(api.GET('/measure/conversion', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const winRateQuery = (query: Ask) =>
  queryOptions({
    queryKey: ['measure', 'win-rate', query],
    queryFn: ({ signal }) => got(api.GET('/measure/win-rate', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const useBasis = () => useQuery(basisQuery);

/** Where the same figures are as CSV. */
export const csvHref = (measure: 'flow' | 'time-in-stage' | 'conversion' | 'win-rate', ask: Ask): string =>
  `${BASE}/measure/${measure}.csv${writeParams({ ...ask })}`;
