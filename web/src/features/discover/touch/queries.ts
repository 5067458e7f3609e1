import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/api';
import type { Selection } from '@/app/selection';

export const touchpointsQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['discover', 'touchpoints', selection],
    queryFn: ({ signal }) => got(api.GET('/discover/touchpoints', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });

export const firstAndLastQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['discover', 'first-and-last', selection],
    queryFn: ({ signal }) => got(api.GET('/discover/first-and-last', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });

export const bottlenecksQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['discover', 'bottlenecks', selection],
    queryFn: ({ signal }) => got(api.GET('/discover/bottlenecks', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });
