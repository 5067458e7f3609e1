import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  api,
  BASE,
  type CommissionAssignment,
  type ExchangeRate,
  got,
  type NewAssignments,
  type NewCorrection,
  type PlanTerms,
  ProblemError,
  type Split,
} from '@/api';

/** Whose statements, of when; both may be left to the server. */
export interface Asked {
  person?: string;
  period?: string;
}

export const overviewQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['commission', 'overview', asked],
    queryFn: ({ signal }) => got(api.GET('/commission', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });

export const statementsQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['commission', 'statements', asked],
    queryFn: ({ signal }) => got(api.GET('/commission/statements', { params: { query: asked }, signal })),
  });

/** Where statements are downloaded. */
export function fileAddress(kind: 'csv' | 'pdf', asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked)).toString();
  return `${BASE}/commission/statements.${kind}${query === '' ? '' : `?${query}`}`;
}

export const plansQuery = queryOptions({
  queryKey: ['commission', 'plans'],
  queryFn: ({ signal }) => got(api.GET('/commission/plans', { signal })),
});

export const assignmentsQuery = queryOptions({
  queryKey: ['commission', 'assignments'],
  queryFn: ({ signal }) => got(api.GET('/commission/assignments', { signal })),
});

export const ratesQuery = queryOptions({
  queryKey: ['commission', 'rates'],
  queryFn: ({ signal }) => got(api.GET('/commission/rates', { signal })),
});

/** What a plan would pay for a few deals. */
export const trialQuery = (terms: PlanTerms | null, prices: number[]) =>
  queryOptions({
    queryKey: ['commission', 'trial', terms, prices],
    queryFn: ({ signal }) =>
      terms === null
        ? Promise.resolve(null)
        : got(api.POST('/commission/preview', { body: { terms, prices_minor: prices }, signal })),
    enabled: terms !== null && prices.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    meta: { quiet: true },
  });

export const dealCommissionQuery = (deal: string) =>
  queryOptions({
    queryKey: ['commission', 'deal', deal],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/commission', { params: { path: { id: deal } }, signal })),
  });

/** Whether statements of ended periods would change, which has to be confirmed. */
export const changesEnded = (error: unknown): boolean => error instanceof ProblemError && error.is('ended-periods');

function useChange<I, O>(send: (input: I) => Promise<O>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ['commission'] }),
  });
}

const match = (version: number) => ({ 'if-match': `"${version}"` });

/** Something kept, at the version that was seen. */
export interface Seen {
  id: string;
  version: number;
}

/** Adds a plan; lets a version begin; or changes the version that begins on a day. */
export const useKeepPlan = (of: (Seen & { begins: string | null }) | null) =>
  useChange(({ terms, confirmed }: { terms: PlanTerms; confirmed: boolean }) => {
    if (of === null) return got(api.POST('/commission/plans', { body: terms }));
    const query = { confirmed, ...(of.begins === null ? {} : { version: of.begins }) };
    const params = { path: { id: of.id }, header: match(of.version), query };
    return got(api.PUT('/commission/plans/{id}', { params, body: terms }));
  });

/** Makes a plan and gives it to people, in one act. */
export const useFirstPlan = () =>
  useChange(async ({ terms, people }: { terms: PlanTerms; people: string[] }) => {
    const made = await got(api.POST('/commission/plans', { body: terms }));
    return got(api.POST('/commission/assignments', { body: { people, plan: made.plan, from: terms.from } }));
  });

export interface Taking {
  seen: Seen;
  confirmed: boolean;
}

/** Takes a plan away, or the version of it that begins on a day. */
export const useRemovePlan = () =>
  useChange(({ seen, confirmed, begins }: Taking & { begins: string | null }) => {
    const query = { confirmed, ...(begins === null ? {} : { version: begins }) };
    return api.DELETE('/commission/plans/{id}', {
      params: { path: { id: seen.id }, header: match(seen.version), query },
    });
  });

export const useAssign = () =>
  useChange(({ body, confirmed }: { body: NewAssignments; confirmed: boolean }) =>
    got(api.POST('/commission/assignments', { params: { query: { confirmed } }, body })),
  );

export const useReassign = () =>
  useChange(({ seen, body, confirmed }: Taking & { body: CommissionAssignment }) => {
    const params = { path: { id: seen.id }, header: match(seen.version), query: { confirmed } };
    return got(api.PUT('/commission/assignments/{id}', { params, body }));
  });

export const useUnassign = () =>
  useChange(({ seen, confirmed }: Taking) => {
    const params = { path: { id: seen.id }, header: match(seen.version), query: { confirmed } };
    return api.DELETE('/commission/assignments/{id}', { params });
  });

export const useAddRate = () =>
  useChange(({ body, confirmed }: { body: ExchangeRate; confirmed: boolean }) =>
    got(api.POST('/commission/rates', { params: { query: { confirmed } }, body })),
  );

export const useRemoveRate = () =>
  useChange(({ seen, confirmed }: Taking) => {
    const params = { path: { id: seen.id }, header: match(seen.version), query: { confirmed } };
    return api.DELETE('/commission/rates/{id}', { params });
  });

/** What is done about a deal is told on its page too. */
function useDealChange<I, O>(deal: string, send: (input: I) => Promise<O>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { quiet: true },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['deal', deal] });
      return queries.invalidateQueries({ queryKey: ['commission'] });
    },
  });
}

export const useSplit = (deal: string) =>
  useDealChange(deal, (body: Split) =>
    got(api.PUT('/deals/{id}/commission/split', { params: { path: { id: deal } }, body })),
  );

/** Corrects once, however often it is sent. */
export const useCorrect = (deal: string, key: string) =>
  useDealChange(deal, (body: NewCorrection) =>
    got(
      api.POST('/deals/{id}/commission/corrections', {
        params: { path: { id: deal } },
        headers: { 'idempotency-key': key },
        body,
      }),
    ),
  );
