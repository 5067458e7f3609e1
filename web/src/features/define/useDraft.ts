import type { Checked, Process, ProcessDraft, SavedProcess } from '@/api';
import type { SaveState } from '@/app/saver';
import { draftPlace, readWritten } from './draft';
import { hasErrors } from './edit';
import { followed, useHistory } from './history';
import type { Draft } from './queries';
import { useKeeping } from './useKeeping';
import type { Which } from './which';

/** The process being edited: its history, what the linter says, how its draft is saved. */
export interface Editing {
  /** The draft as the server has it: what it changes, on what it is based, by whom. */
  base: ProcessDraft;
  draft: Draft;
  /** The draft as stages; null while its text cannot be read. */
  process: Process | null;
  /** What was last found. */
  found: Pick<Checked, 'findings' | 'grounds' | 'toml'>;
  /** What was found is not of what is shown yet. */
  checking: boolean;
  /** It says something else than the active version. */
  changed: boolean;
  /** How the saving of the draft stands. */
  state: SaveState;
  canUndo: boolean;
  canRedo: boolean;
  /** The server has it, and it is without errors. */
  canPropose: boolean;
  edit: (process: Process, about: string) => void;
  write: (text: string) => void;
  undo: () => void;
  redo: () => void;
  /** Goes back to the active version; can be undone. */
  discard: () => void;
  /** Drops what could not be saved for what somebody else saved. */
  takeTheirs: () => void;
  /** Saves over what somebody else saved. */
  keepMine: () => void;
}

interface Settings {
  /** The draft as the server has it. */
  there: ProcessDraft;
  /** The active version. */
  active: SavedProcess;
  which: Which;
  /** Id of who edits. */
  user: string;
}

/**
 * Edits the draft of a process, kept by the server as one goes. While nothing of one's own waits to be sent the page
 * follows what others write.
 */
export function useDraft({ there, active, which, user }: Settings): Editing {
  const { unsent, state, put, takeTheirs, keepMine } = useKeeping(there, {
    place: draftPlace(which),
    kept: `stagecraft.process.${user}.${active.process.id}`,
    read: readWritten,
    onSent: (base) => change({ do: 'rebase', base }),
  });
  const activeText: Draft = { process: active.process, text: active.toml };
  const [{ base, past, now, future }, change] = useHistory(there, unsent && (unsent.content ?? activeText));
  const next = unsent === null ? followed(base, there) : null;
  if (next !== null) change(next);
  const edit = (draft: Draft, about: string) => {
    change({ do: 'edit', draft, about, at: Date.now() });
    put(draft);
  };
  const before = past.at(-1);
  const after = future[0];
  const settled = unsent === null;
  return {
    base,
    draft: now,
    process: now.process ?? base.checked.process ?? null,
    found: base.checked,
    checking: !settled && state.is === 'saving',
    changed: !settled || base.changed,
    state,
    canUndo: before !== undefined,
    canRedo: after !== undefined,
    canPropose: settled && base.changed && !hasErrors(base.checked.findings),
    edit: (process, about) => edit({ process, text: null }, about),
    write: (text) => edit({ process: null, text }, 'text'),
    undo: () => {
      change({ do: 'undo' });
      if (before) put(before);
    },
    redo: () => {
      change({ do: 'redo' });
      if (after) put(after);
    },
    discard: () => {
      change({ do: 'edit', draft: activeText, about: '', at: Date.now() });
      put(null, 0);
    },
    takeTheirs,
    keepMine,
  };
}
