import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, BASE, got } from '@/api';
import { type Selection, writeParams } from '@/app/selection';

/** Until when deals are to be won, as the API names it. */
export const WITHIN = ['30', '90', 'month', 'quarter', 'ever'] as const;
export type Within = (typeof WITHIN)[number];

export type ForecastAsk = Selection & { within: Within };

export const forecastQuery = (query: ForecastAsk) =>
  queryOptions({
    queryKey: ['measure', 'forecast', query],
    queryFn: ({ signal }) => got(api.GET('/measure/forecast', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

/** Where all open deals with their chances are as CSV. */
export const forecastCsv = (ask: ForecastAsk): string => `${BASE}/measure/forecast.csv${writeParams({ ...ask })}`;
