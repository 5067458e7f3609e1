import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, BASE, got } from '@/api';
import { type Selection, writeParams } from '@/app/selection';
import type { MapSettings } from './settings';

interface Asked {
  view: MapSettings['view'];
  activities?: number | undefined;
  paths?: number | undefined;
  compare?: boolean;
  toward?: 'down' | 'right';
}

const asked = (selection: Selection, { view, activities, paths, compare, toward }: Asked) => ({
  ...selection,
  view,
  ...(activities === undefined ? {} : { activities }),
  ...(paths === undefined ? {} : { paths }),
  ...(compare ? { compare } : {}),
  ...(toward ? { toward } : {}),
});

export const mapQuery = (selection: Selection, ask: Asked) =>
  queryOptions({
    queryKey: ['discover', 'map', selection, ask],
    queryFn: ({ signal }) => got(api.GET('/discover/map', { params: { query: asked(selection, ask) }, signal })),
    placeholderData: keepPreviousData,
  });

export const replayQuery = (selection: Selection, ask: Asked, limit: number) =>
  queryOptions({
    queryKey: ['discover', 'replay', selection, ask.view, ask.activities, limit],
    queryFn: ({ signal }) =>
      got(api.GET('/discover/replay', { params: { query: { ...asked(selection, ask), limit } }, signal })),
  });

/** Ways on one page. */
export const PAGE = 20;

export const variantsQuery = (selection: Selection, view: MapSettings['view'], contains: string) =>
  infiniteQueryOptions({
    queryKey: ['discover', 'variants', selection, view, contains],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...selection, view, contains, limit: PAGE, cursor: pageParam };
      return got(api.GET('/discover/variants', { params: { query }, signal }));
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Where all ways are as CSV. */
export const waysCsv = (selection: Selection, view: MapSettings['view'], contains: string): string =>
  `${BASE}/discover/variants.csv${writeParams({ ...selection, view, ...(contains === '' ? {} : { contains }) })}`;
