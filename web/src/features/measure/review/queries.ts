import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/api';
import type { Selection } from '@/app/selection';
import type { Period } from '../period';

export const reviewQuery = (query: Selection & Period) =>
  queryOptions({
    queryKey: ['measure', 'review', query],
    queryFn: ({ signal }) => got(api.GET('/measure/review', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
