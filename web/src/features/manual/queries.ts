import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Contents, type ContentsPage, type ContentsSection, type Imprint, type PageForm } from '@/api';

export const contentsQuery = queryOptions({
  queryKey: ['manual', 'contents'],
  queryFn: ({ signal }) => got(api.GET('/manual', { signal })),
});

export const pageQuery = (id: string) =>
  queryOptions({
    queryKey: ['manual', 'page', id],
    queryFn: ({ signal }) => got(api.GET('/manual/pages/{id}', { params: { path: { id } }, signal })),
  });

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => got(api.GET('/users', { signal })),
});

/** A page with the section it stands in. */
export interface Place {
  section: ContentsSection;
  page: ContentsPage;
}

/** All pages in the order in which one leafs through them. */
export const placesOf = (contents: Contents): Place[] =>
  contents.sections.flatMap((section) => section.pages.map((page) => ({ section, page })));

const tag = (version: number) => `"${version}"`;

interface Saving {
  /** The page and the version seen; none for a new page. */
  of: { id: string; version: number } | null;
  form: PageForm;
}

export function useSavePage(then: (id: string) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, form }: Saving) =>
      of === null
        ? got(api.POST('/manual/pages', { body: form }))
        : got(
            api.PUT('/manual/pages/{id}', {
              params: { path: { id: of.id }, header: { 'if-match': tag(of.version) } },
              body: form,
            }),
          ),
    meta: { quiet: true },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['manual'] });
      then(id);
    },
  });
}

export function useDeletePage(then: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      api.DELETE('/manual/pages/{id}', { params: { path: { id }, header: { 'if-match': tag(version) } } }),
    onSuccess: async () => {
      then();
      await queries.invalidateQueries({ queryKey: contentsQuery.queryKey });
    },
  });
}

export function useNameEditor(then: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Imprint) => got(api.PUT('/manual/editor', { body })),
    meta: { quiet: true },
    onSuccess: async () => {
      then();
      await queries.invalidateQueries({ queryKey: ['manual'] });
    },
  });
}
