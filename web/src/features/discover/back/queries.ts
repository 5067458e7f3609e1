import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got } from '@/api';
import type { Selection } from '@/app/selection';

/** Which closed deals to look back at. */
export interface Back {
  n: number;
  /** Both where none is named. */
  ended: 'won' | 'lost' | undefined;
  /** As few of each owner as fill them. */
  spread: boolean;
}

export const lookBackQuery = (selection: Selection, { n, ended, spread }: Back) =>
  queryOptions({
    queryKey: ['discover', 'look-back', selection, n, ended, spread],
    queryFn: ({ signal }) =>
      got(
        api.GET('/discover/look-back', {
          params: { query: { ...selection, n, spread, ...(ended !== undefined && { ended }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Which won deals to work backward from: the last so many, those that took so many days. */
export interface Backward {
  last: number | undefined;
  from: number | undefined;
  to: number | undefined;
}

export const workBackwardQuery = (selection: Selection, { last, from, to }: Backward) =>
  queryOptions({
    queryKey: ['discover', 'work-backward', selection, last, from, to],
    queryFn: ({ signal }) =>
      got(
        api.GET('/discover/work-backward', {
          params: {
            query: {
              ...selection,
              ...(last !== undefined && { last }),
              ...(from !== undefined && to !== undefined && { from_days: from, to_days: to }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
