import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  api,
  got,
  type MailAccountForm,
  type MailPolicy,
  type MailTemplate,
  type MailTemplateLine,
  type NewConsent,
  type NewDealMail,
} from '@/api';

export const settingsQuery = queryOptions({
  queryKey: ['mail', 'settings'],
  queryFn: ({ signal }) => got(api.GET('/mail/settings', { signal })),
});

export const blockedQuery = queryOptions({
  queryKey: ['mail', 'blocked'],
  queryFn: ({ signal }) => got(api.GET('/mail/do-not-contact', { signal })),
});

export const unmatchedQuery = queryOptions({
  queryKey: ['mail', 'unmatched'],
  queryFn: ({ signal }) => got(api.GET('/mail/unmatched', { signal })),
  refetchInterval: 60_000,
});

export const outboxQuery = queryOptions({
  queryKey: ['mail', 'outbox'],
  queryFn: ({ signal }) => got(api.GET('/mail/outbox', { signal })),
});

export const templatesQuery = queryOptions({
  queryKey: ['mail', 'templates'],
  queryFn: ({ signal }) => got(api.GET('/mail/templates', { signal })),
});

const onItsWay = ['queued', 'sending'];

/** The mails of a deal; while one is on its way, it is looked again soon. */
export const dealMailsQuery = (deal: string) =>
  queryOptions({
    queryKey: ['mail', 'deal', deal],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/mails', { params: { path: { id: deal } }, signal })),
    refetchInterval: (query) => {
      const soon = Date.now() + 60_000;
      const moving = query.state.data?.outgoing.some((o) => onItsWay.includes(o.state) && Date.parse(o.due) < soon);
      return moving === true ? 2_000 : false;
    },
  });

/** One way of changing something about mail; `quiet` where the form itself says what went wrong. */
function useChange<I, O>(send: (input: I) => Promise<O>, quiet = false, more: string[] = []) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { quiet },
    onSettled: () => Promise.all(['mail', ...more].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}

/** Whose mailbox: the workspace's, or that of who is signed in. */
export type Whose = 'shared' | 'own';

export const useKeepAccount = (whose: Whose) =>
  useChange(
    (body: MailAccountForm) =>
      whose === 'shared' ? got(api.PUT('/mail/account', { body })) : got(api.PUT('/mail/own-account', { body })),
    true,
  );

export const useTestAccount = (whose: Whose) =>
  useMutation({
    mutationFn: (body: MailAccountForm) =>
      whose === 'shared'
        ? got(api.POST('/mail/account/test', { body }))
        : got(api.POST('/mail/own-account/test', { body })),
    meta: { quiet: true },
  });

export const useRemoveAccount = (whose: Whose) =>
  useChange(() => (whose === 'shared' ? api.DELETE('/mail/account') : api.DELETE('/mail/own-account')));

export const useKeepPolicy = () => useChange((body: MailPolicy) => got(api.PUT('/mail/policy', { body })), true);

export const useFetchMail = () => useChange(() => api.POST('/mail/fetch'));

export const useBlock = () =>
  useChange((body: { contact: string; why: string }) => got(api.POST('/mail/do-not-contact', { body })), true);

export const useUnblock = () =>
  useChange((contact: string) => api.DELETE('/mail/do-not-contact/{contact}', { params: { path: { contact } } }));

export const useWriteMail = (deal: string) =>
  useChange((body: NewDealMail) => got(api.POST('/deals/{id}/mails', { params: { path: { id: deal } }, body })), true, [
    'deal',
  ]);

export const usePreview = (deal: string) =>
  useMutation({
    mutationFn: (body: NewDealMail) =>
      got(api.POST('/deals/{id}/mails/preview', { params: { path: { id: deal } }, body })),
    meta: { quiet: true },
  });

export const useCancelMail = () =>
  useChange((id: string) => got(api.POST('/mail/outbox/{id}/cancel', { params: { path: { id } } })));

export const useSettleMail = () =>
  useChange(
    ({ id, arrived }: { id: string; arrived: boolean }) =>
      got(api.POST('/mail/outbox/{id}/settle', { params: { path: { id } }, body: { arrived } })),
    false,
    ['deal'],
  );

export const useConsent = (deal: string) =>
  useChange(
    (body: NewConsent) => got(api.POST('/deals/{id}/consent', { params: { path: { id: deal } }, body })),
    false,
    ['deal', 'sequences'],
  );

const versioned = ({ id, version }: MailTemplateLine) => ({
  path: { id },
  header: { 'if-match': `"${version}"` },
});

export const useKeepTemplate = (of: MailTemplateLine | null) =>
  useChange(
    (body: MailTemplate) =>
      of === null
        ? got(api.POST('/mail/templates', { body }))
        : got(api.PUT('/mail/templates/{id}', { params: versioned(of), body })),
    true,
  );

export const useRemoveTemplate = () =>
  useChange((of: MailTemplateLine) => api.DELETE('/mail/templates/{id}', { params: versioned(of) }));

export const useAttach = () =>
  useChange(
    ({ id, deal }: { id: string; deal: string }) =>
      got(api.POST('/mail/unmatched/{id}/attach', { params: { path: { id } }, body: { deal } })),
    true,
    ['deal'],
  );

export const useLeadOfMail = () =>
  useChange((id: string) => got(api.POST('/mail/unmatched/{id}/lead', { params: { path: { id } } })), false, ['leads']);

export const useDismiss = () =>
  useChange((id: string) => api.DELETE('/mail/unmatched/{id}', { params: { path: { id } } }));

export const useRestore = () =>
  useChange((id: string) => api.PUT('/mail/unmatched/{id}', { params: { path: { id } } }));
