import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type AfterView,
  api,
  asProblem,
  BASE,
  CSRF,
  got,
  type HandoverOffer,
  type MadeDeal,
  type NewChurn,
  type NewLinked,
  type NewReferral,
  type NewReview,
  type NewTerm,
  problemOf,
  type PromiseDue,
  type PromiseState,
  type SentDelivery,
  type DeliveryTold,
} from '@/api';
import { dealQuery, useAfter, useRefused } from '../queries';

/** What came after the sale of a deal. It goes stale with the deal. */
export const afterQuery = (deal: string) =>
  queryOptions({
    queryKey: ['deal', deal, 'after'],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/after', { params: { path: { id: deal } }, signal })),
  });

/** The new state is known to all pages that show some of it. */
function useKeep(deal: string) {
  const queries = useQueryClient();
  return (view: AfterView) => {
    queries.setQueryData(afterQuery(deal).queryKey, view);
    void queries.invalidateQueries({ queryKey: dealQuery(deal).queryKey, exact: true });
    for (const key of ['deals', 'my-day']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** The words that the server has for fields, by field; empty where the problem is another. */
export const fieldErrors = (error: unknown): Partial<Record<string, string>> =>
  error === null ? {} : Object.fromEntries((asProblem(error).errors ?? []).map((e) => [e.field, e.message]));

/** One way of changing what came after; what is wrong with a field is left to the form. */
function useChange<I, O>(deal: string, send: (input: I) => Promise<O>, viewOf: (answer: O) => AfterView) {
  const keep = useKeep(deal);
  const refused = useRefused();
  return useMutation({
    mutationFn: send,
    meta: { quiet: true },
    onSuccess: (answer) => keep(viewOf(answer)),
    onError: (error) => {
      if (Object.keys(fieldErrors(error)).length === 0) refused(error);
    },
  });
}

const same = (view: AfterView): AfterView => view;
const path = (id: string) => ({ params: { path: { id } } });

export const useTickItem = (id: string) =>
  useChange(
    id,
    (body: { item: string; done: boolean }) => got(api.POST('/deals/{id}/handover/items', { ...path(id), body })),
    same,
  );

export const useOffer = (id: string) =>
  useChange(id, (body: HandoverOffer) => got(api.POST('/deals/{id}/handover', { ...path(id), body })), same);

export const useDecideHandover = (id: string) =>
  useChange(
    id,
    (body: { accepted: boolean; reason: string }) =>
      got(api.POST('/deals/{id}/handover/decision', { ...path(id), body })),
    same,
  );

export const usePromise = (id: string) =>
  useChange(id, (body: PromiseDue) => got(api.POST('/deals/{id}/promises', { ...path(id), body })), same);

export const useSettle = (id: string) =>
  useChange(
    id,
    ({ promise, became }: { promise: string; became: PromiseState }) =>
      got(api.POST('/deals/{id}/promises/{promise}', { params: { path: { id, promise } }, body: { became } })),
    same,
  );

export const useDeliver = (id: string) =>
  useChange(
    id,
    (body: { note: string }): Promise<SentDelivery> => got(api.POST('/deals/{id}/delivery', { ...path(id), body })),
    (sent) => sent.after,
  );

export const useTold = (id: string) =>
  useChange(id, (body: DeliveryTold) => got(api.POST('/deals/{id}/delivery/answers', { ...path(id), body })), same);

export const useReview = (id: string) =>
  useChange(id, (body: NewReview) => got(api.POST('/deals/{id}/reviews', { ...path(id), body })), same);

export const usePlanReview = (id: string) =>
  useChange(id, (on: string | null) => got(api.PUT('/deals/{id}/reviews/next', { ...path(id), body: { on } })), same);

export const useTerm = (id: string) =>
  useChange(id, (body: NewTerm) => got(api.PUT('/deals/{id}/contract', { ...path(id), body })), same);

export const useChurn = (id: string) =>
  useChange(id, (body: NewChurn) => got(api.POST('/deals/{id}/churn', { ...path(id), body })), same);

export const useStay = (id: string) => useChange(id, () => got(api.DELETE('/deals/{id}/churn', path(id))), same);

const afterOf = (made: MadeDeal): AfterView => made.after;

export const useLink = (id: string, key: string) =>
  useChange(
    id,
    (body: NewLinked) =>
      got(api.POST('/deals/{id}/linked', { ...path(id), headers: { 'Idempotency-Key': key }, body })),
    afterOf,
  );

export const useAskReferral = (id: string) =>
  useChange(
    id,
    (body: { person: string; note: string }) => got(api.POST('/deals/{id}/referrals/asked', { ...path(id), body })),
    same,
  );

export const useReceiveReferral = (id: string, key: string) =>
  useChange(
    id,
    (body: NewReferral) =>
      got(api.POST('/deals/{id}/referrals', { ...path(id), headers: { 'Idempotency-Key': key }, body })),
    afterOf,
  );

/** Where a file of a deal is downloaded. */
export const fileAddress = (deal: string, file: string): string => `${BASE}/deals/${deal}/files/${file}`;

/** Attaches a file as it is; the generated client sends JSON alone. */
export const useAttach = (id: string) =>
  useChange(
    id,
    async ({ file, contract }: { file: File; contract: boolean }): Promise<AfterView> => {
      const query = new URLSearchParams({ name: file.name, contract: String(contract) });
      const answer = await fetch(`${BASE}/deals/${id}/files?${query.toString()}`, {
        method: 'POST',
        headers: { ...CSRF, 'content-type': 'application/octet-stream' },
        body: file,
      });
      if (!answer.ok) throw await problemOf(answer);
      return got(api.GET('/deals/{id}/after', path(id)));
    },
    same,
  );

export const useDetach = (id: string) =>
  useChange(
    id,
    (file: string) => got(api.DELETE('/deals/{id}/files/{file}', { params: { path: { id, file } } })),
    same,
  );

/** Decides on a move that somebody else asked for; the deal moves if it is granted. */
export function useDecideMove(id: string) {
  const after = useAfter();
  const refused = useRefused();
  return useMutation({
    mutationFn: (body: { granted: boolean; note: string }) =>
      got(api.POST('/deals/{id}/override', { ...path(id), body })),
    meta: { quiet: true },
    onSuccess: after,
    onError: refused,
  });
}

/** Takes the wish back. */
export function useWithdrawMove(id: string) {
  const after = useAfter();
  const refused = useRefused();
  return useMutation({
    mutationFn: () => got(api.DELETE('/deals/{id}/override', path(id))),
    meta: { quiet: true },
    onSuccess: after,
    onError: refused,
  });
}
