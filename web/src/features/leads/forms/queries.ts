import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type LeadForm, type SavedForm, seenAt } from '@/api';

export const formsQuery = queryOptions({
  queryKey: ['leads', 'forms'],
  queryFn: ({ signal }) => got(api.GET('/lead-forms', { signal })),
});

export const snippetsQuery = (id: string) =>
  queryOptions({
    queryKey: ['leads', 'snippets', id],
    queryFn: ({ signal }) =>
      got(api.GET('/lead-forms/{id}/snippets', { params: { path: { id }, query: { base: location.origin } }, signal })),
  });

/** Makes a form, or changes one. */
export function useKeepForm(before: SavedForm | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: LeadForm) =>
      before
        ? got(
            api.PUT('/lead-forms/{id}', {
              params: seenAt(before.id, before.version),
              body: form,
            }),
          )
        : got(api.POST('/lead-forms', { body: form })),
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ['leads'] }),
  });
}

export function useRemoveForm() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: SavedForm) => api.DELETE('/lead-forms/{id}', { params: seenAt(form.id, form.version) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['leads'] }),
  });
}
