import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/api';
import type { Selection } from '@/app/selection';

export const discoveryQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['discover', selection],
    queryFn: ({ signal }) => got(api.GET('/discover', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });

export const lookBackQuery = (selection: Selection, n: number) =>
  queryOptions({
    queryKey: ['discover', 'look-back', selection, n],
    queryFn: ({ signal }) =>
      got(api.GET('/discover/look-back', { params: { query: { ...selection, n, ended: 'won' } }, signal })),
    placeholderData: keepPreviousData,
  });
