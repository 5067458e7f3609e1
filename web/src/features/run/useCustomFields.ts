import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type FieldUse, got } from '@/api';

export const customFieldsQuery = queryOptions({
  queryKey: ['custom-fields'],
  queryFn: ({ signal }) => got(api.GET('/custom-fields', { signal })),
});

const NONE: FieldUse[] = [];

/** The fields that the team defined. */
export const useCustomFields = (): FieldUse[] => useQuery(customFieldsQuery).data ?? NONE;

/** The fields of one deal with what it has in them. */
export const dealFieldsQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id, 'fields'],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/fields', { params: { path: { id } }, signal })),
  });
