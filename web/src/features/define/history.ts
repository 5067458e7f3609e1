import { useReducer } from 'react';
import type { ProcessDraft } from '@/api';
import type { Draft } from './queries';

/** Edits of one thing that follow each other within so many milliseconds are undone together. */
const TOGETHER = 1_200;
const MOST = 200;

/** What was, is and was taken back, from one draft of the server's on. */
export interface History {
  /** The draft as the server has it, as far as this page knows. */
  base: ProcessDraft;
  past: Draft[];
  now: Draft;
  future: Draft[];
  /** What the last edit was about, and when. */
  about: string;
  at: number;
}

export type Change =
  | { do: 'edit'; draft: Draft; about: string; at: number }
  | { do: 'undo' }
  | { do: 'redo' }
  /** The server has what is here, or looked at it anew. */
  | { do: 'rebase'; base: ProcessDraft }
  /** Somebody else changed the draft. */
  | { do: 'begin'; base: ProcessDraft };

export const begin = (base: ProcessDraft): History => ({
  base,
  past: [],
  now: { process: base.checked.process ?? null, text: base.checked.toml },
  future: [],
  about: '',
  at: 0,
});

/** Begins with what an earlier visit left unsent. */
export function resume({ base, left }: { base: ProcessDraft; left: Draft | null }): History {
  const history = begin(base);
  return left === null ? history : { ...history, past: [history.now], now: left };
}

/** One step of the history. */
export function step(history: History, change: Change): History {
  const { past, now, future } = history;
  switch (change.do) {
    case 'begin':
      return begin(change.base);
    case 'rebase':
      return { ...history, base: change.base };
    case 'undo': {
      const before = past.at(-1);
      if (!before) return history;
      return { ...history, past: past.slice(0, -1), now: before, future: [now, ...future], about: '' };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (!after) return history;
      return { ...history, past: [...past, now], now: after, future: rest, about: '' };
    }
    case 'edit': {
      const { draft, about, at } = change;
      const together = past.length > 0 && about !== '' && about === history.about && at - history.at < TOGETHER;
      return { ...history, past: together ? past : [...past, now].slice(-MOST), now: draft, future: [], about, at };
    }
  }
}

/** What follows where the server tells of its draft while nothing waits to be sent; none if nothing does. */
export function followed(base: ProcessDraft, there: ProcessDraft): Change | null {
  // Versions only grow: an older one was on its way too long.
  if (there === base || there.version < base.version) return null;
  const ours = there.version === base.version && there.checked.toml === base.checked.toml;
  return { do: ours ? 'rebase' : 'begin', base: there };
}

/** The history of edits to a draft. */
export const useHistory = (base: ProcessDraft, left: Draft | null) => useReducer(step, { base, left }, resume);
