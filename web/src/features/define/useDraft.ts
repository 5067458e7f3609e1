import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Checked, Process, SavedProcess } from '@/api';
import { hasErrors } from './edit';
import { useHistory } from './history';
import { checkQuery, type Draft, useSave } from './queries';

/** Milliseconds without a key before the draft is checked. */
const PAUSE = 400;

/** The process being edited: its history, what the linter says, how it is saved. */
export interface Editing {
  base: SavedProcess;
  draft: Draft;
  /** The draft as stages; null while its text cannot be read. */
  process: Process | null;
  /** What was last found; of the saved version while nothing is changed. */
  found: Pick<Checked, 'findings' | 'grounds' | 'toml'>;
  checking: boolean;
  changed: boolean;
  canUndo: boolean;
  canRedo: boolean;
  canSave: boolean;
  edit: (process: Process, about: string) => void;
  write: (text: string) => void;
  undo: () => void;
  redo: () => void;
  /** Begins anew from a saved version. */
  begin: (base: SavedProcess) => void;
  save: (note: string, then: (saved: SavedProcess) => void) => void;
  saving: ReturnType<typeof useSave>;
}

/** Edits the saved process. While nothing is changed it follows newer versions. */
export function useDraft(saved: SavedProcess): Editing {
  const [{ base, past, now: draft, future }, change] = useHistory(saved);
  const changed = past.length > 0;
  if (saved.version !== base.version && !changed) change({ do: 'begin', base: saved });
  const [settled] = useDebouncedValue(draft, PAUSE);
  const check = useQuery({ ...checkQuery(settled), enabled: changed });
  const begin = (from: SavedProcess) => change({ do: 'begin', base: from });
  const saving = useSave(begin);
  const current = settled === draft && !check.isPlaceholderData ? check.data : undefined;
  const read = draft.text === null ? draft.process : (check.data?.process ?? null);
  const edit = (next: Draft, about: string) => change({ do: 'edit', draft: next, about, at: Date.now() });
  return {
    base,
    draft,
    process: changed ? read : base.process,
    found: changed ? (check.data ?? base) : base,
    checking: changed && current === undefined && !check.isError,
    changed,
    canUndo: changed,
    canRedo: future.length > 0,
    canSave: changed && current !== undefined && !hasErrors(current.findings),
    edit: (process, about) => edit({ process, text: null }, about),
    write: (text) => edit({ process: draft.process, text }, 'text'),
    undo: () => change({ do: 'undo' }),
    redo: () => change({ do: 'redo' }),
    begin,
    save: (note, then) => saving.mutate({ draft, note, seen: base.version }, { onSuccess: then }),
    saving,
  };
}
