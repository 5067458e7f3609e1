import { describe, expect, it } from 'vitest';
import type { Process } from '@/api';
import { newCommitment, shownBy, withShown } from '../edit';
import { edgeOf } from '@/ui/edge';
import { readDragged, readDropped } from './dragging';
import { carried, keysOf, landing } from './lists';

const task = (id: string) => ({ id, name: id.toUpperCase() });
const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [
    { id: 'first', name: 'First', tasks: [task('a'), task('b'), task('c')] },
    { id: 'second', name: 'Second', tasks: [task('a'), task('d')] },
    { id: 'third', name: 'Third' },
  ],
};

const tasks = (of: Process) => of.stages?.map((s) => (s.tasks ?? []).map((t) => t.id).join(''));

describe('a line', () => {
  it.each([
    ['down its list', [0, 0], [0, 1], ['bac', 'ad', '']],
    ['to its end', [0, 0], [0, 9], ['bca', 'ad', '']],
    ['up its list', [0, 2], [0, 0], ['cab', 'ad', '']],
    ['to where it is', [0, 1], [0, 1], ['abc', 'ad', '']],
    ['to another stage', [0, 1], [1, 1], ['ac', 'abd', '']],
    ['to an empty one', [0, 2], [2, 5], ['ab', 'ad', 'c']],
    ['from nowhere', [2, 0], [0, 0], ['abc', 'ad', '']],
    ['beyond the last stage', [0, 0], [3, 0], ['abc', 'ad', '']],
  ])('is carried %s', (_, [s = 0, i = 0], [t = 0, j = 0], result) => {
    expect(tasks(carried(process, 'tasks', { stage: s, at: i }, { stage: t, at: j }))).toEqual(result);
  });

  it('gets another id where its own is taken', () => {
    const ids = carried(process, 'tasks', { stage: 0, at: 0 }, { stage: 1, at: 0 }).stages?.[1]?.tasks?.map(
      (t) => t.id,
    );
    expect(ids).toEqual(['a-2', 'a', 'd']);
  });

  it.each([
    [0, 2, 'before', 1],
    [0, 2, 'after', 2],
    [2, 0, 'before', 0],
    [2, 0, 'after', 1],
  ] as const)('from %d dropped beside %d, %s it, lands at %d', (from, beside, edge, at) => {
    expect(landing({ stage: 0, at: from }, { stage: 0, at: beside }, edge)).toEqual({ stage: 0, at });
  });

  it('dropped into another stage lands where it is dropped', () => {
    expect(landing({ stage: 0, at: 0 }, { stage: 1, at: 1 }, 'after')).toEqual({ stage: 1, at: 2 });
  });
});

it('lines that share an id have keys of their own', () => {
  expect(keysOf([task('a'), task('b'), task('a')])).toEqual(['a', 'b', 'a#1']);
});

describe('what is dragged', () => {
  it.each([
    [
      { what: 'tasks', stage: 1, at: 2 },
      { what: 'tasks', stage: 1, at: 2 },
    ],
    [{ what: 'deal', stage: 1, at: 2 }, null],
    [{ card: 'x' }, null],
  ])('%j is read as %j', (data, dragged) => {
    expect(readDragged(data)).toEqual(dragged);
  });

  it('is dropped before or after', () => {
    expect(readDropped({ what: 'exit', stage: 0, at: 0, edge: 'before' })?.edge).toBe('before');
    expect([edgeOf(10, 0, 30), edgeOf(20, 0, 30)]).toEqual(['before', 'after']);
  });
});

describe('a commitment', () => {
  it('begins without anything that shows it, can be shown by an event, and by nothing again', () => {
    const [made] = newCommitment([], 'They name a date');
    expect(made).toEqual({ id: 'they-name-a-date', says: 'They name a date' });
    expect(shownBy(made!)).toBeNull();
    const shown = withShown(made!, { event: { kind: 'call' } });
    expect(shownBy(shown)).toEqual({ event: { kind: 'call' } });
    expect(withShown(shown, { quote: { state: 'sent' } })).toEqual({ ...made, quote: { state: 'sent' } });
    expect(withShown(shown, null)).toEqual(made);
  });
});
