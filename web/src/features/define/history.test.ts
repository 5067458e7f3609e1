import { describe, expect, it } from 'vitest';
import type { Process, SavedProcess } from '@/api';
import { begin, type Change, step } from './history';

const process = (name: string): Process => ({ schema: 1, id: 'sales', name });
const base: SavedProcess = {
  version: 1,
  process: process('a'),
  toml: '',
  note: '',
  at: '2026-01-01T00:00:00Z',
  findings: [],
  grounds: [],
};
const edit = (name: string, about: string, at: number): Change => ({
  do: 'edit',
  draft: { process: process(name), text: null },
  about,
  at,
});
const after = (...changes: Change[]) => changes.reduce(step, begin(base));

describe('history', () => {
  it('takes back and does again', () => {
    const edits = [edit('b', 'x', 0), edit('c', 'y', 1)];
    expect(after(...edits).now.process.name).toBe('c');
    expect(after(...edits, { do: 'undo' }).now.process.name).toBe('b');
    expect(after(...edits, { do: 'undo' }, { do: 'undo' }).now.process.name).toBe('a');
    expect(after(...edits, { do: 'undo' }, { do: 'redo' }).now.process.name).toBe('c');
  });

  it('takes back together what was typed in one go', () => {
    const typed = after(edit('b', 'name', 0), edit('bc', 'name', 500), { do: 'undo' });
    expect(typed.now.process.name).toBe('a');
    const paused = after(edit('b', 'name', 0), edit('bc', 'name', 5_000), { do: 'undo' });
    expect(paused.now.process.name).toBe('b');
  });

  it('forgets what was taken back when something else is done', () => {
    const other = after(edit('b', 'x', 0), { do: 'undo' }, edit('c', 'x', 1), { do: 'redo' });
    expect(other.now.process.name).toBe('c');
    expect(other.future).toEqual([]);
  });

  it('begins anew from another version', () => {
    const newer = { ...base, version: 2, process: process('z') };
    const begun = after(edit('b', 'x', 0), { do: 'begin', base: newer });
    expect([begun.base.version, begun.now.process.name, begun.past]).toEqual([2, 'z', []]);
  });
});
