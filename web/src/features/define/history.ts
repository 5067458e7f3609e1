import { useReducer } from 'react';
import type { SavedProcess } from '@/api';
import type { Draft } from './queries';

/** Edits of one thing that follow each other within so many milliseconds are undone together. */
const TOGETHER = 1_200;
const MOST = 200;

/** What was, is and was taken back, from one saved version on. */
export interface History {
  base: SavedProcess;
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
  | { do: 'begin'; base: SavedProcess };

export const begin = (base: SavedProcess): History => ({
  base,
  past: [],
  now: { process: base.process, text: null },
  future: [],
  about: '',
  at: 0,
});

/** One step of the history. */
export function step(history: History, change: Change): History {
  const { past, now, future } = history;
  switch (change.do) {
    case 'begin':
      return begin(change.base);
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

/** The history of edits to a saved process. */
export const useHistory = (saved: SavedProcess) => useReducer(step, saved, begin);
