import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Added, type NewUserForm, type User, type UserPatch, type WorkSettings } from '@/api';

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => got(api.GET('/users', { signal })),
});

/** Facts about the workspace that stand nowhere else together. */
export const dealCountQuery = queryOptions({
  queryKey: ['deals', 'count'],
  queryFn: async ({ signal }) => (await got(api.GET('/deals', { params: { query: { limit: 1 } }, signal }))).total,
});

export const importsQuery = queryOptions({
  queryKey: ['imports', 'all'],
  queryFn: ({ signal }) => got(api.GET('/imports', { signal })),
});

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => got(api.GET('/settings/work', { signal })),
  staleTime: 300_000,
});

/** Says when and where the team works. */
export function useKeepWork(then: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: WorkSettings) => got(api.PUT('/settings/work', { body })),
    meta: { quiet: true },
    onSuccess: (kept) => {
      queries.setQueryData(workQuery.queryKey, kept);
      for (const key of ['my-day', 'deal']) void queries.invalidateQueries({ queryKey: [key] });
      then();
    },
  });
}

export function useAddUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewUserForm): Promise<Added> => got(api.POST('/users', { body })),
    meta: { quiet: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
}

export function useChangeUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: UserPatch & { id: string }): Promise<User> =>
      got(api.PATCH('/users/{id}', { params: { path: { id } }, body })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: usersQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
}

export function useNewLink() {
  return useMutation({
    mutationFn: (id: string) => got(api.POST('/users/{id}/link', { params: { path: { id } } })),
    meta: { quiet: true },
  });
}
