import { describe, expect, it } from 'vitest';
import type { Board, BoardCard, BoardColumnPage } from '@/api';
import { moved, movedPages } from './moved';

const card = (id: string, value_minor: number | null): BoardCard => ({
  id,
  name: id,
  version: 1,
  met: 0,
  required: 1,
  days: 3,
  age: 0.5,
  missing: 'Nothing shows yet that …',
  may_change: true,
  value_minor,
  currency: 'USD',
  next_step: '',
  tags: '',
});

const board: Board = {
  currency: 'USD',
  process_version: 1,
  unconverted: [],
  columns: [
    {
      stage_id: 'a',
      name: 'A',
      kind: 'open',
      observed: [],
      count: 2,
      value_minor: 300,
      cards: [card('x', 100), card('y', 200)],
    },
    { stage_id: 'b', name: 'B', kind: 'open', observed: [], count: 1, value_minor: 0, cards: [card('z', null)] },
  ],
};

const found = (id: string): BoardCard => board.columns.flatMap((c) => c.cards).find((k) => k.id === id)!;
const shape = (b: Board) => b.columns.map((c) => [c.cards.map((k) => k.id).join(''), c.count, c.value_minor]);

describe('a card moved before the server answered', () => {
  it.each([
    [
      'to another column',
      'a',
      'x',
      'b',
      [
        ['y', 1, 200],
        ['xz', 2, 100],
      ],
    ],
    [
      'without a value',
      'b',
      'z',
      'a',
      [
        ['zxy', 3, 300],
        ['', 0, 0],
      ],
    ],
    [
      'off the board',
      'a',
      'y',
      'won',
      [
        ['x', 1, 100],
        ['z', 1, 0],
      ],
    ],
    [
      'to where it is',
      'a',
      'x',
      'a',
      [
        ['xy', 2, 300],
        ['z', 1, 0],
      ],
    ],
    [
      'from a column that is gone',
      'q',
      'x',
      'b',
      [
        ['xy', 2, 300],
        ['z', 1, 0],
      ],
    ],
  ])('%s', (_, from, id, to, expected) => {
    expect(shape(moved(board, found(id), from, to))).toEqual(expected);
  });

  it('counts though it stands on a further page of its column', () => {
    const further = card('far', 50);
    expect(shape(moved(board, further, 'a', 'b'))).toEqual([
      ['xy', 1, 250],
      ['farz', 2, 50],
    ]);
  });

  it('is new in its stage', () => {
    expect(moved(board, found('x'), 'a', 'b').columns[1]?.cards[0]).toMatchObject({ days: 0, age: 0, missing: null });
  });
});

describe('pages of a column', () => {
  const page = (ids: string, next: string | null) => ({
    cards: Array.from(ids, (id) => card(id, 1)),
    next,
    count: 4,
    value_minor: 4,
  });
  const pages = [page('ab', 'c1'), page('cd', null)];
  const ids = (all: BoardColumnPage[]) => all.map((p) => p.cards.map((k) => k.id).join('')).join('|');

  it.each([
    ['gone from the second', 'd', false, 'ab|c'],
    ['come to the beginning', 'x', true, 'xab|cd'],
    ['come twice', 'a', true, 'ab|cd'],
    ['gone though it was never there', 'q', false, 'ab|cd'],
  ])('%s', (_, id, comes, expected) => {
    expect(ids(movedPages(pages, card(id, 1), comes))).toBe(expected);
  });
});
