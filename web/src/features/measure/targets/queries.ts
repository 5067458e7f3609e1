import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type MetricTarget, seenAt, type TargetLine } from '@/api';

export const targetsQuery = queryOptions({
  queryKey: ['metrics', 'targets'],
  queryFn: ({ signal }) => got(api.GET('/targets', { signal })),
});

export const previewQuery = (body: MetricTarget) =>
  queryOptions({
    queryKey: ['metrics', 'targets', 'preview', body],
    queryFn: ({ signal }) => got(api.POST('/targets/preview', { body, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Sets a target, or changes one. */
export function useKeepTarget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, target }: { of: TargetLine | null; target: MetricTarget }) =>
      of
        ? got(api.PUT('/targets/{id}', { params: seenAt(of.id, of.version), body: target }))
        : got(api.POST('/targets', { body: target })),
    meta: { quiet: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: targetsQuery.queryKey }),
  });
}

export function useRemoveTarget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: TargetLine) => api.DELETE('/targets/{id}', { params: seenAt(id, version) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: targetsQuery.queryKey }),
  });
}
