import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, seenAt, type View, type ViewDefaults, type ViewLine } from '@/api';

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => got(api.GET('/views', { signal })),
});

/** Keeps a view: a new one, or one that is there. */
export function useKeepView(then: (view: ViewLine) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, view }: { of: ViewLine | null; view: View }) =>
      of
        ? got(api.PUT('/views/{id}', { params: seenAt(of.id, of.version), body: view }))
        : got(api.POST('/views', { body: view })),
    onSuccess: async (view) => {
      await queries.invalidateQueries(viewsQuery);
      then(view);
    },
  });
}

export function useRemoveView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: ViewLine) => api.DELETE('/views/{id}', { params: seenAt(id, version) }),
    onSuccess: () => queries.invalidateQueries(viewsQuery),
  });
}

/** Says with which views the pages begin. */
export function useBegin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ViewDefaults) => got(api.PUT('/views/begin', { body })),
    onSuccess: () => queries.invalidateQueries(viewsQuery),
  });
}
