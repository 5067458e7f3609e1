import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Process, type ProposalChoices, type SavedProcess } from '@/api';

export const processQuery = queryOptions({
  queryKey: ['process', 'current'],
  queryFn: ({ signal }) => got(api.GET('/process', { signal })),
});

export const versionsQuery = queryOptions({
  queryKey: ['process', 'versions'],
  queryFn: ({ signal }) => got(api.GET('/process/versions', { params: { query: { limit: 100 } }, signal })),
});

export const versionQuery = (version: number) =>
  queryOptions({
    queryKey: ['process', 'version', version],
    queryFn: ({ signal }) => got(api.GET('/process/versions/{version}', { params: { path: { version } }, signal })),
  });

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
export interface Draft {
  process: Process;
  text: string | null;
}

const body = ({ process, text }: Draft) => (text === null ? { process } : { toml: text });

/** What the linter says of a draft, with the draft's text. */
export const checkQuery = (draft: Draft) =>
  queryOptions({
    queryKey: ['process', 'check', body(draft)],
    queryFn: ({ signal }) => got(api.POST('/process/check', { body: { ...body(draft), note: '' }, signal })),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

/** A process made from the data. A look-up, though the API has it as POST. */
export const proposalQuery = queryOptions({
  queryKey: ['process', 'proposal'],
  queryFn: ({ signal }) => got(api.POST('/process/propose', { signal })),
  staleTime: Infinity,
});

/** The choices of the team in the proposal. */
export const draftQuery = queryOptions({
  queryKey: ['proposal-draft'],
  queryFn: ({ signal }) => got(api.GET('/process/proposal/draft', { signal })),
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

/** Saves a process as a new version. */
export function useSave(then: (saved: SavedProcess) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, note, seen }: Saving) =>
      got(
        api.PUT('/process', {
          params: { header: seen === null ? {} : { 'if-match': `"${seen}"` } },
          body: { ...body(draft), note },
        }),
      ),
    meta: { quiet: true },
    onSuccess: (saved) => {
      queries.setQueryData(processQuery.queryKey, { saved });
      void queries.invalidateQueries({ queryKey: versionsQuery.queryKey });
      then(saved);
    },
    onError: () => void queries.invalidateQueries({ queryKey: processQuery.queryKey }),
  });
}

/** Saves a file as the first version. */
export function useSaveFile(then: (saved: SavedProcess) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => got(api.PUT('/process', { body: { toml: await file.text(), note: file.name } })),
    meta: { quiet: true },
    onSuccess: (saved) => {
      queries.setQueryData(processQuery.queryKey, { saved });
      then(saved);
    },
  });
}
