import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Added, type NewUserForm, type User, type UserPatch } from '@/api';

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
