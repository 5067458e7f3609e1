import { describe, expect, it } from 'vitest';
import type { Process, ProcessDraft } from '@/api';
import { begin, type Change, followed, resume, step } from './history';

const process = (name: string): Process => ({ schema: 1, id: 'sales', name });
const base: ProcessDraft = {
  version: 1,
  based_on: 1,
  active: 1,
  changed: false,
  changes: [],
  checked: { process: process('a'), toml: '', findings: [], grounds: [] },
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
    expect(after(...edits).now.process?.name).toBe('c');
    expect(after(...edits, { do: 'undo' }).now.process?.name).toBe('b');
    expect(after(...edits, { do: 'undo' }, { do: 'undo' }).now.process?.name).toBe('a');
    expect(after(...edits, { do: 'undo' }, { do: 'redo' }).now.process?.name).toBe('c');
  });

  it('takes back together what was typed in one go', () => {
    const typed = after(edit('b', 'name', 0), edit('bc', 'name', 500), { do: 'undo' });
    expect(typed.now.process?.name).toBe('a');
    const paused = after(edit('b', 'name', 0), edit('bc', 'name', 5_000), { do: 'undo' });
    expect(paused.now.process?.name).toBe('b');
  });

  it('forgets what was taken back when something else is done', () => {
    const other = after(edit('b', 'x', 0), { do: 'undo' }, edit('c', 'x', 1), { do: 'redo' });
    expect(other.now.process?.name).toBe('c');
    expect(other.future).toEqual([]);
  });

  it('begins anew from another version', () => {
    const newer = { ...base, version: 2, checked: { ...base.checked, process: process('z') } };
    const begun = after(edit('b', 'x', 0), { do: 'begin', base: newer });
    expect([begun.base.version, begun.now.process?.name, begun.past]).toEqual([2, 'z', []]);
  });

  it('goes on with what an earlier visit left', () => {
    const left = resume({ base, left: { process: process('b'), text: null } });
    expect([left.now.process?.name, left.past.length]).toEqual(['b', 1]);
    expect(step(left, { do: 'undo' }).now.process?.name).toBe('a');
  });
});

describe('what follows when the server tells of its draft', () => {
  const there = (version: number, toml: string): ProcessDraft => ({
    ...base,
    version,
    checked: { ...base.checked, toml },
  });
  it.each([
    ['somebody else wrote', there(2, ''), 'begin'],
    ['another version became active where nothing is written', there(1, 'new'), 'begin'],
    ['the same looked at anew', there(1, ''), 'rebase'],
    ['an answer from before that came late', there(0, 'old'), undefined],
    ['nothing new', base, undefined],
  ])('%s', (_, now, does) => {
    expect(followed(base, now)?.do).toBe(does);
  });
});
