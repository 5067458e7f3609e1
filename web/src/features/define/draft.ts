import { queryOptions } from '@tanstack/react-query';
import { api, got, type Process, type ProcessDraft, type SavedProcess } from '@/api';
import type { DraftPlace } from './DraftSender';
import { bodyOf, type Draft } from './queries';
import { keyOf, type Which } from './which';

/** What was written, or none to throw the draft away. */
export type Written = Draft | null;

/** The draft of a process, as the server has it. */
export const processDraftQuery = (which: Which) =>
  queryOptions({
    queryKey: ['process-draft', ...keyOf(which)],
    queryFn: ({ signal }) => got(api.GET('/process/draft', { params: { query: which }, signal })),
  });

/** Where the draft of a process is kept. */
export const draftPlace = (which: Which): DraftPlace<Written, ProcessDraft> => ({
  queryKey: processDraftQuery(which).queryKey,
  load: () => got(api.GET('/process/draft', { params: { query: which } })),
  keep: (seen, written) => {
    const params = { query: which, header: { 'if-match': `"${seen}"` } };
    if (written === null) return got(api.DELETE('/process/draft', { params }));
    return got(api.PUT('/process/draft', { params, body: { ...bodyOf(written), note: '' } }));
  },
  holds: ({ changed, checked }, written) => {
    if (written === null) return !changed;
    if (written.text !== null) return written.text === checked.toml;
    return checked.process !== null && checked.process !== undefined && same(written.process, checked.process);
  },
});

/** The active version as a draft in which nothing was changed, for whoever only reads. */
export const unchanged = ({ version, process, toml, findings, grounds }: SavedProcess): ProcessDraft => ({
  version: 0,
  based_on: version,
  active: version,
  changed: false,
  changes: [],
  checked: { process, toml, findings, grounds },
});

/** What a browser kept of it; undefined if that is something else. */
export function readWritten(stored: unknown): Written | undefined {
  if (stored === null) return null;
  if (typeof stored !== 'object' || !('process' in stored) || !('text' in stored)) return undefined;
  const process = isProcess(stored.process) ? stored.process : null;
  if (typeof stored.text === 'string') return { process, text: stored.text };
  return process === null ? undefined : { process, text: null };
}

function isProcess(stored: unknown): stored is Process {
  if (typeof stored !== 'object' || stored === null || !('id' in stored) || !('name' in stored)) return false;
  const stages = 'stages' in stored ? stored.stages : [];
  return typeof stored.id === 'string' && typeof stored.name === 'string' && Array.isArray(stages);
}

/** Whether two are the same but for what is left out in one and empty in the other. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(bare(a)) === JSON.stringify(bare(b));

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(bare);
  if (typeof value !== 'object') return value === '' || value === false ? undefined : value;
  if (value === null) return undefined;
  const parts = Object.entries(value).map(([name, part]) => [name, bare(part)] as const);
  const full = parts.filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(full);
}
