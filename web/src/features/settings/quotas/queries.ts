import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Quota, type QuotaLine, seenAt } from '@/api';

export const quotasQuery = queryOptions({
  queryKey: ['quotas'],
  queryFn: ({ signal }) => got(api.GET('/quotas', { signal })),
});

export const attainmentQuery = queryOptions({
  queryKey: ['measure', 'attainment'],
  queryFn: ({ signal }) => got(api.GET('/measure/attainment', { signal })),
});

function useForget() {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [quotasQuery.queryKey, ['measure', 'attainment'], ['measure', 'ramp']])
      void queries.invalidateQueries({ queryKey });
  };
}

/** Adds a quota, or changes one. */
export function useKeepQuota() {
  const forget = useForget();
  return useMutation({
    mutationFn: ({ of, quota }: { of: QuotaLine | null; quota: Quota }) =>
      of
        ? got(api.PUT('/quotas/{id}', { params: seenAt(of.id, of.version), body: quota }))
        : got(api.POST('/quotas', { body: quota })),
    meta: { quiet: true },
    onSuccess: forget,
  });
}

export function useRemoveQuota() {
  const forget = useForget();
  return useMutation({
    mutationFn: ({ id, version }: QuotaLine) => api.DELETE('/quotas/{id}', { params: seenAt(id, version) }),
    onSuccess: forget,
  });
}
