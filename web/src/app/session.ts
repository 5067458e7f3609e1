import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got, type Role, type User } from '@/api';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => got(api.GET('/session', { signal })),
  staleTime: 60_000,
});

/** Who is signed in. */
export function useUser(): User | null {
  return useQuery(sessionQuery).data?.user ?? null;
}

/** Whether who is signed in has one of these roles. */
export function useMay(...roles: Role[]): boolean {
  const role = useUser()?.role;
  return role !== undefined && roles.includes(role);
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE('/session'),
    onSuccess: () => {
      queries.clear();
      location.assign('/');
    },
  });
}
