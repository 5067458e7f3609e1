import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, got, type NewProcess } from '@/api';
import { tell } from '@/ui/toast';
import { hrefOf } from '../address';
import { m } from './messages';

/** The processes of the workspace, the first one first. */
export const processesQuery = queryOptions({
  queryKey: ['process', 'all'],
  queryFn: ({ signal }) => got(api.GET('/processes', { signal })),
});

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => got(api.GET('/process/templates', { signal })),
  staleTime: Infinity,
});

/** A template whole, in a language. */
export const templateQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['templates', id, language],
    queryFn: ({ signal }) =>
      got(api.GET('/process/templates/{id}', { params: { path: { id }, query: { language } }, signal })),
    staleTime: Infinity,
  });

/** Begins a process, which is active at once, and goes to it. */
export function useBegin() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: NewProcess) => got(api.POST('/processes', { body })),
    meta: { quiet: true },
    onSuccess: async ({ process }) => {
      const known = queries.getQueryData(processesQuery.queryKey) ?? [];
      await queries.invalidateQueries({ queryKey: ['process'] });
      tell(m.begun(process.name));
      void navigate({ href: hrefOf({ tab: 'process', from: null, to: null }, known.length > 0 ? process.id : null) });
    },
  });
}
