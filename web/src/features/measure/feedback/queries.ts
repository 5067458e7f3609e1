import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  api,
  BASE,
  type Feedback,
  type FeedbackAct,
  type FeedbackKind,
  got,
  type NewFeedback,
  type PulseSettings,
  seenAt,
} from '@/api';
import { noCursor } from '@/app/cursor';
import { writeParams } from '@/app/selection';

/** Items of one page, and the most that a list has at once. */
const PAGE = 50;
export const MOST = 500;

/** Which ones by how they stand. */
export type FeedbackStanding = 'unsettled' | 'settled' | 'withdrawn';

/** Which kinds: one, or all that speak against the process. */
export type FeedbackTone = FeedbackKind | 'negative';

/** Which ones. */
export interface Wanted {
  state?: FeedbackStanding;
  kind?: FeedbackTone;
  process?: string;
  stage?: string;
  part?: string;
}

/** The first of a list. */
export const feedbackQuery = (wanted: Wanted, limit: number) =>
  queryOptions({
    queryKey: ['feedback', 'list', wanted, limit],
    queryFn: ({ signal }) => got(api.GET('/feedback', { params: { query: { ...wanted, limit } }, signal })),
    placeholderData: keepPreviousData,
  });

/** A list page by page. */
export const pagesQuery = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['feedback', 'pages', wanted],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...wanted, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return got(api.GET('/feedback', { params: { query }, signal }));
    },
    initialPageParam: noCursor(),
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
  });

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['feedback', 'item', id],
    queryFn: ({ signal }) => got(api.GET('/feedback/{id}', { params: { path: { id } }, signal })),
  });

export const figuresQuery = (query: { step?: 'week' | 'month'; process?: string; stage?: string }) =>
  queryOptions({
    queryKey: ['feedback', 'figures', query],
    queryFn: ({ signal }) => got(api.GET('/measure/feedback', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const csvHref = (wanted: Wanted): string => `${BASE}/feedback.csv${writeParams({ ...wanted })}`;

function useChange<I, O>(send: (input: I) => Promise<O>, quiet = false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { quiet },
    onSettled: () => {
      for (const key of ['feedback', 'notices']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** Says something; the form itself shows what is wrong with it. */
export const useSay = () => useChange((body: NewFeedback) => got(api.POST('/feedback', { body })), true);

export interface ActOn {
  on: Pick<Feedback, 'id' | 'version'>;
  act: FeedbackAct;
}

/** Does something about an item, as it was seen. */
export const useAct = (quiet = false) =>
  useChange(
    ({ on, act }: ActOn) => got(api.POST('/feedback/{id}/acts', { params: seenAt(on.id, on.version), body: act })),
    quiet,
  );

export const pulseQuery = queryOptions({
  queryKey: ['feedback', 'pulse'],
  queryFn: ({ signal }) => got(api.GET('/pulse', { signal })),
  staleTime: 60_000,
});

export const resultsQuery = queryOptions({
  queryKey: ['feedback', 'results'],
  queryFn: ({ signal }) => got(api.GET('/measure/pulse', { signal })),
});

export const settingsQuery = queryOptions({
  queryKey: ['feedback', 'settings'],
  queryFn: ({ signal }) => got(api.GET('/pulse/settings', { signal })),
});

export const useAnswer = () =>
  useChange(async (body: { round: string; scores: number[]; words: string | null }) => {
    await api.POST('/pulse/answers', { body });
  }, true);

export const useSkip = () =>
  useChange(async (body: { round: string; skips: boolean }) => {
    await api.PUT('/pulse/skip', { body });
  });

export const useKeepSettings = () =>
  useChange(
    ({ version, settings }: { version: number; settings: PulseSettings }) =>
      got(api.PUT('/pulse/settings', { params: { header: { 'if-match': `"${version}"` } }, body: settings })),
    true,
  );

export const useBegin = () => useChange(() => got(api.POST('/pulse/rounds')));
