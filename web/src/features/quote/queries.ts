import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, ProblemError, type PublicQuote } from '@/api';

const by = (token: string) => ({ header: { 'x-quote': token } });

/** The quote that a link opens. */
export const quoteQuery = (token: string) =>
  queryOptions({
    queryKey: ['quote', token],
    queryFn: ({ signal }) => got(api.GET('/quote', { params: by(token), signal })),
  });

/** What the prospect says about the version that they read. */
export interface Words {
  name: string;
  note: string;
  version: number;
}

export const ACTS = ['accept', 'ask', 'decline'] as const;
export type Act = (typeof ACTS)[number];

const sending: Record<Act, (token: string, body: Words) => Promise<PublicQuote>> = {
  accept: (token, body) => got(api.POST('/quote/accept', { params: by(token), body })),
  ask: (token, body) => got(api.POST('/quote/questions', { params: by(token), body })),
  decline: (token, body) => got(api.POST('/quote/decline', { params: by(token), body })),
};

/** Whether the quote is another one by now. */
export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && (error.is('stale') || error.is('conflict') || error.is('link-over'));

/** Says something; what was decided elsewhere in the meantime is loaded. */
export function useAct(token: string) {
  const queries = useQueryClient();
  const key = quoteQuery(token).queryKey;
  return useMutation({
    mutationFn: ({ act, ...words }: Words & { act: Act }) => sending[act](token, words),
    meta: { quiet: true },
    onSuccess: (quote) => queries.setQueryData(key, quote),
    onError: (error) => (isStale(error) ? queries.invalidateQueries({ queryKey: key }) : undefined),
  });
}
