import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, seenAt, type Team, type TeamLine } from '@/api';

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => got(api.GET('/teams', { signal })),
});

/** Adds a team, or changes one. */
export function useKeepTeam() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, team }: { of: TeamLine | null; team: Team }) =>
      of
        ? got(api.PUT('/teams/{id}', { params: seenAt(of.id, of.version), body: team }))
        : got(api.POST('/teams', { body: team })),
    meta: { quiet: true },
    onSuccess: () => queries.invalidateQueries(teamsQuery),
  });
}

export function useRemoveTeam() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: TeamLine) => api.DELETE('/teams/{id}', { params: seenAt(id, version) }),
    onSuccess: () => queries.invalidateQueries(teamsQuery),
  });
}
