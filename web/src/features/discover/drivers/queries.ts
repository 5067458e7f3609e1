import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/api';
import type { Selection } from '@/app/selection';

export const driversQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['discover', 'drivers', selection],
    queryFn: ({ signal }) => got(api.GET('/discover/drivers', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });
