import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type CustomField, got, seenAt } from '@/api';

/** A field that is there, by what one needs to change it. */
export interface Place {
  id: string;
  version: number;
}

const STALE = ['custom-fields', 'deal'];

function useStale() {
  const queries = useQueryClient();
  return () => {
    for (const key of STALE) void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** Defines a field, or changes one. */
export function useKeepField() {
  const onSuccess = useStale();
  return useMutation({
    mutationFn: ({ place, field }: { place: Place | null; field: CustomField }) =>
      place
        ? got(
            api.PUT('/custom-fields/{id}', {
              params: seenAt(place.id, place.version),
              body: field,
            }),
          )
        : got(api.POST('/custom-fields', { body: field })),
    meta: { quiet: true },
    onSuccess,
  });
}

export function useRemoveField() {
  const onSuccess = useStale();
  return useMutation({
    mutationFn: ({ id, version }: Place) => api.DELETE('/custom-fields/{id}', { params: seenAt(id, version) }),
    onSuccess,
  });
}
