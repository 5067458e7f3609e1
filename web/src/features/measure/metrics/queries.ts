import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, BASE, got, type Metric, type Step } from '@/api';
import { type Selection, writeParams } from '@/app/selection';
import type { Period } from '../period';

/** What is asked of a metric, with the names of the API's parameters. */
export type Ask = Selection &
  Period & { by?: string[]; step?: Step; against?: 'previous' | 'year'; start?: string; goal?: string };

export const catalogueQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: ({ signal }) => got(api.GET('/metrics', { signal })),
});

export const figuresQuery = (id: string, query: Ask) =>
  queryOptions({
    queryKey: ['metrics', 'figures', id, query],
    queryFn: ({ signal }) => got(api.GET('/metrics/{id}/figures', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  });

export const dealsQuery = (id: string, query: Ask & { value?: string[] }) =>
  queryOptions({
    queryKey: ['metrics', 'deals', id, query],
    queryFn: ({ signal }) => got(api.GET('/metrics/{id}/deals', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  });

export const previewQuery = (body: Metric) =>
  queryOptions({
    queryKey: ['metrics', 'preview', body],
    queryFn: ({ signal }) => got(api.POST('/metrics/preview', { params: { query: { step: 'month' } }, body, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const standingOutQuery = (query: Selection & Period) =>
  queryOptions({
    queryKey: ['metrics', 'standing-out', query],
    queryFn: ({ signal }) => got(api.GET('/measure/standing-out', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

/** Where the same figures, or the deals behind them, are as CSV. */
export const csvHref = (id: string, ask: Ask & { value?: string[] }, what: 'figures' | 'deals' = 'figures'): string =>
  `${BASE}/metrics/${encodeURIComponent(id)}/${what}.csv${writeParams({ ...ask })}`;
