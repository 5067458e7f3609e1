import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, BASE, type Dashboard, type DashboardLine, got, seenAt } from '@/api';
import { tellProblem } from '@/ui/toast';

export const dashboardsQuery = queryOptions({
  queryKey: ['dashboards'],
  queryFn: ({ signal }) => got(api.GET('/dashboards', { signal })),
});

export const dashboardQuery = (id: string) =>
  queryOptions({
    queryKey: ['dashboards', id],
    queryFn: ({ signal }) => got(api.GET('/dashboards/{id}', { params: { path: { id } }, signal })),
  });

/** Where the same is as PDF. */
export const pdfHref = (id: string): string => `${BASE}/dashboards/${id}/figures.pdf`;

/** Keeps a dashboard: a new one, or one that is there. */
export function useKeepDashboard() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, dashboard }: { of: DashboardLine | null; dashboard: Dashboard }) =>
      of
        ? got(api.PUT('/dashboards/{id}', { params: seenAt(of.id, of.version), body: dashboard }))
        : got(api.POST('/dashboards', { body: dashboard })),
    onSuccess: async (line) => {
      queries.setQueryData(dashboardQuery(line.id).queryKey, line);
      await queries.invalidateQueries({ queryKey: dashboardsQuery.queryKey, exact: true });
    },
    onError: tellProblem,
  });
}

export function useRemoveDashboard() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: DashboardLine) => api.DELETE('/dashboards/{id}', { params: seenAt(id, version) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: dashboardsQuery.queryKey, exact: true }),
    onError: tellProblem,
  });
}

/** Mails it to oneself: now, every week, or no more. */
export function useMailDashboard(id: string) {
  const queries = useQueryClient();
  const params = { path: { id } };
  return useMutation({
    mutationFn: async (what: 'now' | 'join' | 'leave') => {
      if (what === 'now') {
        await api.POST('/dashboards/{id}/mail', { params });
        return;
      }
      const line = await got(
        what === 'join'
          ? api.PUT('/dashboards/{id}/mail/mine', { params })
          : api.DELETE('/dashboards/{id}/mail/mine', { params }),
      );
      queries.setQueryData(dashboardQuery(id).queryKey, line);
    },
    onError: tellProblem,
  });
}
