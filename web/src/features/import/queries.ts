import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, got, type Plan, ProblemError, type Upload } from '@/api';
import { tell } from '@/ui/toast';
import { m } from './messages';

/** Rows of a page of the rejected ones. */
const PAGE = 100;

/** Sends files, several parts in one request. */
function upload(files: File[]): Promise<Upload> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  const file = files.map((f) => f.name);
  return got(api.POST('/uploads', { body: { file }, bodySerializer: () => form }));
}

export const uploadQuery = (id: string) =>
  queryOptions({
    queryKey: ['upload', id],
    queryFn: ({ signal }) => got(api.GET('/uploads/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });

/** Uploads files and goes to the page that shows what was recognised; `quiet` where a problem is shown in place. */
export function useUpload(quiet = false) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: upload,
    meta: { quiet },
    onSuccess: (received) => {
      queries.setQueryData(uploadQuery(received.id).queryKey, received);
      void navigate({ to: '/import/$upload', params: { upload: received.id } });
    },
  });
}

/** Sends a corrected plan; what comes back has joins and questions worked out again. */
export function useRevise(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (plan: Plan) => got(api.PUT('/uploads/{id}/plan', { params: { path: { id } }, body: plan })),
    onMutate: (plan) => queries.setQueryData(uploadQuery(id).queryKey, { id, plan }),
    onSuccess: (received) => queries.setQueryData(uploadQuery(id).queryKey, received),
    onError: () => queries.invalidateQueries({ queryKey: uploadQuery(id).queryKey }),
  });
}

/** Begins the import and goes to where its progress is shown. */
export function useBegin(id: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => got(api.POST('/uploads/{id}/import', { params: { path: { id } } })),
    onSuccess: (begun) => void navigate({ to: '/imports/$import', params: { import: begun.id } }),
  });
}

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => got(api.GET('/imports', { signal })),
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => got(api.GET('/imports/{id}', { params: { path: { id } }, signal })),
    // An import that has just begun may not be written down yet.
    retry: (failures, error) => failures < 8 && error instanceof ProblemError && error.is('not-found'),
    retryDelay: 300,
  });

export const rejectsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'rejects'],
    queryFn: ({ signal, pageParam }) =>
      got(
        api.GET('/imports/{id}/rejects', {
          params: { path: { id }, query: { after: pageParam, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.seq),
  });

export function useCancel(id: string) {
  return useMutation({
    mutationFn: () => api.POST('/imports/{id}/cancel', { params: { path: { id } } }),
    onSuccess: () => tell(m.running.cancelled),
  });
}

export function useUndo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => got(api.POST('/imports/{id}/undo', { params: { path: { id } } })),
    onSuccess: () => {
      tell(m.undone);
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
