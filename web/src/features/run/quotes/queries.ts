import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Offer, ProblemError, type QuoteOfDeal } from '@/api';

export const quotesQuery = (deal: string) =>
  queryOptions({
    queryKey: ['quotes', deal],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/quotes', { params: { path: { id: deal } }, signal })),
  });

/** What a quote changes is known to all pages that show it. */
function useAfter(deal: string) {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['deal', deal] });
    void queries.invalidateQueries({ queryKey: ['deals'] });
    return queries.invalidateQueries({ queryKey: quotesQuery(deal).queryKey });
  };
}

/** One way of changing a quote; `quiet` where the form itself says what went wrong. */
function useChange<I, O>(deal: string, send: (input: I) => Promise<O>, quiet = false) {
  const after = useAfter(deal);
  return useMutation({ mutationFn: send, meta: { quiet }, onSettled: after });
}

/** Whether somebody else wrote another version in between. */
export const isStale = (error: unknown): boolean => error instanceof ProblemError && error.is('stale');

/** Writes a quote, or a new version of one. */
export const useWrite = (deal: string, quote: string | null) =>
  useChange(
    deal,
    (body: Offer): Promise<QuoteOfDeal> =>
      quote === null
        ? got(api.POST('/deals/{id}/quotes', { params: { path: { id: deal } }, body }))
        : got(api.PUT('/deals/{id}/quotes/{quote}', { params: { path: { id: deal, quote } }, body })),
    true,
  );

export const useSend = (deal: string, quote: string) =>
  useChange(deal, () => got(api.POST('/deals/{id}/quotes/{quote}/send', { params: { path: { id: deal, quote } } })));

export const useDecide = (deal: string, quote: string) =>
  useChange(deal, (body: { granted: boolean; note: string }) =>
    got(api.POST('/deals/{id}/quotes/{quote}/decision', { params: { path: { id: deal, quote } }, body })),
  );

export const useReply = (deal: string, quote: string) =>
  useChange(deal, (body: { note: string }) =>
    got(api.POST('/deals/{id}/quotes/{quote}/answer', { params: { path: { id: deal, quote } }, body })),
  );

export const useWithdraw = (deal: string, quote: string) =>
  useChange(deal, (body: { note: string }) =>
    got(api.POST('/deals/{id}/quotes/{quote}/withdraw', { params: { path: { id: deal, quote } }, body })),
  );
