import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/api';
import type { Selection } from '@/app/selection';

export const discoveryQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['discover', selection],
    queryFn: ({ signal }) => got(api.GET('/discover', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });
