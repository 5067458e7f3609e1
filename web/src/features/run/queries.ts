import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  api,
  asProblem,
  BASE,
  got,
  ifMatch,
  ProblemError,
  type CommitmentNews,
  type DealView,
  type NewPerson,
  type NewTouchpoint,
} from '@/api';
import { noCursor } from '@/app/cursor';
import { type Selection, writeParams } from '@/app/selection';
import { versionQuery } from '@/features/define/versions/queries';
import type { Which } from '@/features/define/which';
import { given } from '@/ui/given';
import { tell, tellProblem } from '@/ui/toast';
import { m } from './messages';
import type { Moving } from './useMoves';

/** By what the list can be in order. */
export const SORTS = ['latest', 'created', 'closed', 'value', 'age'] as const;

/** Deals in one page of the list. */
const PAGE = 100;

/** Deals in order by a column; a minus in front turns it round. */
export const dealsQuery = (selection: Selection, sort: string) =>
  infiniteQueryOptions({
    queryKey: ['deals', selection, sort],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...selection, sort, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return got(api.GET('/deals', { params: { query }, signal }));
    },
    initialPageParam: noCursor(),
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
  });

/** Where the same deals come as CSV, with these columns. */
export const csvAddress = (selection: Selection, sort: string, columns: readonly string[]): string =>
  `${BASE}/deals.csv${writeParams({ ...selection, sort, columns })}`;

/** Open deals of a process by stage. */
export const boardQuery = (selection: Selection, which: Which = {}) =>
  queryOptions({
    queryKey: ['board', selection, which],
    queryFn: ({ signal }) => got(api.GET('/board', { params: { query: { ...selection, ...which } }, signal })),
    placeholderData: keepPreviousData,
  });

/** By what the cards of a column can be in order. */
export const CARD_SORTS = ['age', 'value', 'latest', 'name', 'owner'] as const;
export type CardSort = (typeof CARD_SORTS)[number];

/** Cards in one page of a column. */
const CARDS = 100;

/** The cards of a column, a page at a time. */
export const columnQuery = (selection: Selection, which: Which, column: string, sort: CardSort) =>
  infiniteQueryOptions({
    queryKey: ['board', 'column', selection, which, column, sort],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const query = { ...selection, ...which, column, sort, limit: CARDS, ...cursor };
      return got(api.GET('/board/column', { params: { query }, signal }));
    },
    initialPageParam: noCursor(),
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
  });

export const dealQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}', { params: { path: { id } }, signal })),
  });

/** The very version of its process that a deal goes by; nothing is asked for a deal without a process. */
export const ownVersionQuery = ({
  process_id: process,
  process_version: version,
}: Pick<DealView, 'process_id' | 'process_version'>) => ({
  ...versionQuery(given(process) ? { process } : {}, version ?? 0),
  enabled: given(process) && given(version),
});

/** Finds the stages of the version that a deal goes by, which may not be the ones that the board shows. */
export function useOwnStages() {
  const queries = useQueryClient();
  return async (id: string): Promise<Pick<Moving, 'from' | 'stages'>> => {
    const view = await queries.query({ ...dealQuery(id), staleTime: 0 });
    const { enabled, ...version } = ownVersionQuery(view);
    const own = enabled ? await queries.query(version) : null;
    return { from: view.stage?.stage_id ?? null, stages: own?.process.stages ?? [] };
  };
}

/** What a form gives for a new deal. */
export interface NewDeal {
  name: string;
  account?: string;
  owner?: string;
  product?: string;
  value?: string;
  currency?: string;
  stage?: string;
}

/** Adds a deal. The key makes the same request sent twice add one. */
export function useAddDeal(then: (view: DealView) => void) {
  const after = useAfter();
  return useMutation({
    mutationFn: ({ deal, key }: { deal: NewDeal; key: string }) =>
      got(api.POST('/deals', { body: deal, headers: { 'Idempotency-Key': key } })),
    meta: { quiet: true },
    onSuccess: (view) => {
      after(view);
      then(view);
    },
  });
}

/** A deal's new state is known to all pages. */
export function useAfter() {
  const queries = useQueryClient();
  return (view: DealView) => {
    queries.setQueryData(dealQuery(view.deal.id).queryKey, view);
    void queries.invalidateQueries({ queryKey: [...dealQuery(view.deal.id).queryKey, 'after'] });
    for (const key of ['deals', 'board', 'my-day']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** Says that somebody else was faster, and loads again; any other problem is told as it is. */
export function useRefused() {
  const queries = useQueryClient();
  return (error: unknown) => {
    if (!(error instanceof ProblemError && error.is('stale'))) {
      tellProblem(error);
      return;
    }
    for (const key of ['deal', 'deals', 'board', 'my-day']) void queries.invalidateQueries({ queryKey: [key] });
    tell(m.stale);
  };
}

/** One way of changing the deal of a page; `send` answers with the deal as it is then. */
function useChange<T>(send: (input: T) => Promise<DealView>) {
  const after = useAfter();
  const refused = useRefused();
  return useMutation({ mutationFn: send, meta: { quiet: true }, onSuccess: after, onError: refused });
}

/** Changes fields; an empty text takes a value away. */
export const useChangeFields = (id: string, version: number) =>
  useChange((fields: Record<string, string>) =>
    got(api.PATCH('/deals/{id}', { params: { path: { id } }, headers: ifMatch(version), body: { fields } })),
  );

export const useTick = (id: string) =>
  useChange(({ stage, task, done }: { stage: string; task: string; done: boolean }) =>
    got(api.POST('/deals/{id}/tasks/{stage}/{task}', { params: { path: { id, stage, task } }, body: { done } })),
  );

export const useTouch = (id: string) =>
  useChange((body: NewTouchpoint) => got(api.POST('/deals/{id}/touchpoints', { params: { path: { id } }, body })));

export const useAnswer = (id: string) =>
  useChange((body: { question: string; answer: string }) =>
    got(api.POST('/deals/{id}/answers', { params: { path: { id } }, body })),
  );

/** Writes down what became of a commitment. */
export const useCommit = (id: string) =>
  useChange(({ stage, commitment, ...body }: CommitmentNews & { stage: string; commitment: string }) =>
    got(
      api.POST('/deals/{id}/commitments/{stage}/{commitment}', { params: { path: { id, stage, commitment } }, body }),
    ),
  );

/**
 * Adds somebody on the prospect's side, or changes what is known of who bears the address or the name. What is wrong
 * with a field is left to the form.
 */
export function useAddPerson(id: string) {
  const after = useAfter();
  const refused = useRefused();
  return useMutation({
    mutationFn: (body: NewPerson) => got(api.POST('/deals/{id}/people', { params: { path: { id } }, body })),
    meta: { quiet: true },
    onSuccess: after,
    onError: (error) => {
      if ((asProblem(error).errors ?? []).length === 0) refused(error);
    },
  });
}

/** Takes somebody off the people of a deal. */
export const useRemovePerson = (id: string) =>
  useChange((who: string) => got(api.POST('/deals/{id}/people/remove', { params: { path: { id } }, body: { who } })));
