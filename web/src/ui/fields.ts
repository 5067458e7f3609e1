import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, got } from '@/api';

/** A field with its values, most deals first. */
export interface FieldChoices {
  name: string;
  values: { value: string; count: number }[];
}

export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: ({ signal }) => got(api.GET('/fields', { signal })),
  select: (fields): FieldChoices[] =>
    fields.map(({ name, values }) => ({
      name,
      values: values.map(([value, count]) => ({ value: `${value ?? ''}`, count: Number(count ?? 0) })),
    })),
});

/** The fields that deals can be filtered and compared by, with their values. */
export const useFields = (): FieldChoices[] => useQuery(fieldsQuery).data ?? [];
