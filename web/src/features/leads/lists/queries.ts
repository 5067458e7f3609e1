import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, type ContactPlan, got, type LeadList, type ListTerms, seenAt } from '@/api';

export const listsQuery = queryOptions({
  queryKey: ['leads', 'lists'],
  queryFn: ({ signal }) => got(api.GET('/lead-lists', { signal })),
});

/** Sends a list; what comes back says how it would be read. */
export const useBring = () =>
  useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return got(api.POST('/lead-lists/uploads', { body: { file: file.name }, bodySerializer: () => form }));
    },
    meta: { quiet: true },
  });

export const useCorrect = (id: string) =>
  useMutation({
    mutationFn: (plan: ContactPlan) =>
      got(api.PUT('/lead-lists/uploads/{id}', { params: { path: { id } }, body: plan })),
    meta: { quiet: true },
  });

/** Begins the import and goes to where its progress is shown. */
export function useBegin(id: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (terms: ListTerms) =>
      got(api.POST('/lead-lists/uploads/{id}/import', { params: { path: { id } }, body: terms })),
    meta: { quiet: true },
    onSuccess: (begun) => void navigate({ to: '/imports/$import', params: { import: begun.id } }),
  });
}

export function useKeepTerms(list: LeadList) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (terms: ListTerms) =>
      got(api.PUT('/lead-lists/{id}', { params: seenAt(list.id, list.version), body: terms })),
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ['leads'] }),
  });
}
