import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type NoticeChoices, type Webhook, type WebhookLine } from '@/api';

export const noticesQuery = queryOptions({
  queryKey: ['notices', 'mine'],
  queryFn: ({ signal }) => got(api.GET('/notices', { signal })),
  staleTime: 30_000,
});

export const choicesQuery = queryOptions({
  queryKey: ['notices', 'choices'],
  queryFn: ({ signal }) => got(api.GET('/notices/choices', { signal })),
});

export const hooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => got(api.GET('/webhooks', { signal })),
});

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'deliveries', id],
    queryFn: ({ signal }) => got(api.GET('/webhooks/{id}/deliveries', { params: { path: { id } }, signal })),
  });

/** One way of changing something; `quiet` where the form itself says what went wrong. */
function useChange<I, O>(key: 'notices' | 'webhooks', send: (input: I) => Promise<O>, quiet = false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { quiet },
    onSettled: () => queries.invalidateQueries({ queryKey: [key] }),
  });
}

/** Marks notices as read; all of them without ids. */
export const useRead = () =>
  useChange('notices', (ids: string[] | null) => api.POST('/notices/read', { body: { ids, read: true } }));

export const useChoose = () =>
  useChange('notices', (body: NoticeChoices) => got(api.PUT('/notices/choices', { body })));

const versioned = ({ id, version }: Pick<WebhookLine, 'id' | 'version'>) => ({
  path: { id },
  header: { 'if-match': `"${version}"` },
});

export const useKeepHook = (of: WebhookLine | null) =>
  useChange(
    'webhooks',
    (body: Webhook) =>
      of === null
        ? got(api.POST('/webhooks', { body }))
        : got(api.PUT('/webhooks/{id}', { params: versioned(of), body })),
    true,
  );

export const useRemoveHook = () =>
  useChange('webhooks', (of: WebhookLine) => api.DELETE('/webhooks/{id}', { params: versioned(of) }));

export const useTestHook = () =>
  useChange('webhooks', (id: string) => got(api.POST('/webhooks/{id}/test', { params: { path: { id } } })));

export const useAllowPrivate = () =>
  useChange('webhooks', (allowed: boolean) => got(api.PUT('/webhooks-private', { body: { private: allowed } })));
