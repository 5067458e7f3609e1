import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Process, type ProposalChoices, type SavedProcess } from '@/api';
import { keyOf, type Which } from './which';

/** The active version of a process. */
export const currentQuery = (which: Which) =>
  queryOptions({
    queryKey: ['process', 'current', ...keyOf(which)],
    queryFn: ({ signal }) => got(api.GET('/process', { params: { query: which }, signal })),
  });

/** The active version of the first process. */
export const processQuery = currentQuery({});

export const touchpointsQuery = queryOptions({
  queryKey: ['touchpoints'],
  queryFn: ({ signal }) => got(api.GET('/touchpoints', { signal })),
  staleTime: Infinity,
});

/** The names that the data uses for stages and activities. */
export const namesQuery = queryOptions({
  queryKey: ['discover', {}],
  queryFn: ({ signal }) => got(api.GET('/discover', { signal })),
  select: ({ stages, map }) => ({ stages: stages.map((s) => s.name), activities: map.nodes.map((n) => n.activity) }),
});

/** A process as the editor has it: the text where somebody writes in the file, else the stages. */
export type Draft =
  | { process: Process; text: null }
  /** With the stages of this very text where they are known. */
  | { process: Process | null; text: string };

/** A draft as the API takes it. */
export const bodyOf = ({ process, text }: Draft) => (text === null ? { process } : { toml: text });

/** What the linter says of a draft, with the draft's text. */
export const checkQuery = (draft: Draft) =>
  queryOptions({
    queryKey: ['process', 'check', bodyOf(draft)],
    queryFn: ({ signal }) => got(api.POST('/process/check', { body: { ...bodyOf(draft), note: '' }, signal })),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

/** The rules of the linter: what each is about and why. */
export const rulesQuery = queryOptions({
  queryKey: ['process-rules'],
  queryFn: ({ signal }) => got(api.GET('/process/rules', { signal })),
  staleTime: Infinity,
});

/** A process made from the data. A look-up, though the API has it as POST. */
export const proposalQuery = queryOptions({
  queryKey: ['process', 'proposal'],
  queryFn: ({ signal }) => got(api.POST('/process/propose', { signal })),
  staleTime: Infinity,
});

export const loadDraft = (signal?: AbortSignal) =>
  got(api.GET('/process/proposal/draft', signal === undefined ? {} : { signal }));

/** The choices of the team in the proposal. */
export const draftQuery = queryOptions({
  queryKey: ['proposal-draft'],
  queryFn: ({ signal }) => loadDraft(signal),
});

/** Keeps choices that rest on this version of the draft. */
export const keepDraft = (seen: number, body: ProposalChoices) =>
  got(api.PUT('/process/proposal/draft', { params: { header: { 'if-match': `"${seen}"` } }, body }));

interface Saving {
  draft: Draft;
  note: string;
  /** The version it is based on; none before the first. */
  seen: number | null;
}

/** Saves a process as a new version that is active at once. */
export function useSave(then: (saved: SavedProcess) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, note, seen }: Saving) =>
      got(
        api.PUT('/process', {
          params: { header: seen === null ? {} : { 'if-match': `"${seen}"` } },
          body: { ...bodyOf(draft), note },
        }),
      ),
    meta: { quiet: true },
    onSuccess: (saved) => {
      queries.setQueryData(processQuery.queryKey, { saved });
      void queries.invalidateQueries({ queryKey: ['process', 'versions'] });
      void queries.invalidateQueries({ queryKey: ['process-draft'] });
      then(saved);
    },
    onError: () => void queries.invalidateQueries({ queryKey: processQuery.queryKey }),
  });
}
