import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Activated, type Activation, api, got, type SavedProcess } from '@/api';
import { keyOf, type Which } from '../which';

/** The last hundred versions of a process. */
export const versionsQuery = (which: Which) =>
  queryOptions({
    queryKey: ['process', 'versions', ...keyOf(which)],
    queryFn: ({ signal }) => got(api.GET('/process/versions', { params: { query: { ...which, limit: 100 } }, signal })),
  });

export const versionQuery = (which: Which, version: number) =>
  queryOptions({
    queryKey: ['process', 'version', version, ...keyOf(which)],
    queryFn: ({ signal }) =>
      got(api.GET('/process/versions/{version}', { params: { path: { version }, query: which }, signal })),
  });

/** Two versions side by side; the draft for no newer one. It is asked again when the draft becomes another. */
export const compareQuery = (which: Which, from: number, to: number | null, draft = 0) =>
  queryOptions({
    queryKey: ['process', 'compare', from, to ?? `draft ${draft}`, ...keyOf(which)],
    queryFn: ({ signal }) =>
      got(
        api.GET('/process/compare', { params: { query: { ...which, from, ...(to === null ? {} : { to }) } }, signal }),
      ),
  });

/** What a text would mean for the open deals, were it active instead of a version. */
export const previewQuery = (which: Which, toml: string, active: number) =>
  queryOptions({
    queryKey: ['process', 'preview', active, toml, ...keyOf(which)],
    queryFn: ({ signal }) =>
      got(api.POST('/process/preview', { params: { query: which }, body: { toml, note: '' }, signal })),
    staleTime: 0,
    gcTime: 30_000,
  });

/** Makes a version of the draft. */
const propose = (which: Which, note: string): Promise<SavedProcess> =>
  got(api.POST('/process/versions', { params: { query: which }, body: { note } }));

/** Loads again what tells of versions, and of deals where they may go by another one. */
function useAgain() {
  const queries = useQueryClient();
  return (...keys: string[]) => {
    for (const key of ['process', 'process-draft', ...keys]) void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** Proposes the draft. */
export function usePropose(which: Which, then: (saved: SavedProcess) => void) {
  const again = useAgain();
  return useMutation({
    mutationFn: (note: string) => propose(which, note),
    meta: { quiet: true },
    onSuccess: then,
    onSettled: () => again(),
  });
}

interface Activating {
  /** None for the draft, which is proposed first. */
  version: number | null;
  /** The active version, as seen. */
  seen: number;
  how: Activation;
}

/** Makes a version, or the draft, active. `onVersion` hears the number that a draft got, should the rest fail. */
export function useActivate(which: Which, onVersion: (version: number) => void, then: (done: Activated) => void) {
  const again = useAgain();
  return useMutation({
    mutationFn: async ({ version, seen, how }: Activating) => {
      const number = version ?? (await propose(which, how.note ?? '')).version;
      onVersion(number);
      const params = { path: { version: number }, query: which, header: { 'if-match': `"${seen}"` } };
      return got(api.POST('/process/versions/{version}/activate', { params, body: how }));
    },
    meta: { quiet: true },
    onSuccess: then,
    onSettled: () => again('board', 'deal', 'deals', 'processes'),
  });
}

export function useDecline(which: Which, then: (version: number) => void) {
  const again = useAgain();
  return useMutation({
    mutationFn: ({ version, note }: { version: number; note: string }) =>
      api.POST('/process/versions/{version}/decline', { params: { path: { version }, query: which }, body: { note } }),
    meta: { quiet: true },
    onSuccess: (_, { version }) => then(version),
    onSettled: () => again(),
  });
}

/** The open deals that go by a version, the first five hundred of them. */
export const dealsOfVersionQuery = (which: Which, version: number) =>
  queryOptions({
    queryKey: ['process', 'deals', version, ...keyOf(which)],
    queryFn: ({ signal }) =>
      got(api.GET('/process/versions/{version}/deals', { params: { path: { version }, query: which }, signal })),
    staleTime: 0,
    gcTime: 30_000,
  });

interface Moved {
  /** Where deals go whose stage the version has no more. */
  stages: Record<string, string>;
  /** None for all open deals of the process. */
  deals: string[] | null;
}

/** Has open deals of a process go by its active version. */
export function useMoveDeals(which: Which, active: number, then: (moved: number) => void) {
  const again = useAgain();
  return useMutation({
    mutationFn: ({ stages, deals }: Moved) => {
      const body = deals === null ? { stages } : { stages, deals };
      const params = { path: { version: active }, query: which, header: { 'if-match': `"${active}"` } };
      return got(api.POST('/process/versions/{version}/deals', { params, body }));
    },
    meta: { quiet: true },
    onSuccess: ({ moved }) => then(moved),
    onSettled: () => again('board', 'deal', 'deals'),
  });
}
