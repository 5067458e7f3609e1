import { describe, expect, it } from 'vitest';
import type { Board, BoardCard } from '@/api';
import { moved } from './moved';

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
});

const board: Board = {
  currency: 'USD',
  process_version: 1,
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

const shape = (b: Board) => b.columns.map((c) => [c.cards.map((k) => k.id).join(''), c.count, c.value_minor]);

describe('a card moved before the server answered', () => {
  it.each([
    [
      'to another column',
      'x',
      'b',
      [
        ['y', 1, 200],
        ['xz', 2, 100],
      ],
    ],
    [
      'without a value',
      'z',
      'a',
      [
        ['zxy', 3, 300],
        ['', 0, 0],
      ],
    ],
    [
      'off the board',
      'y',
      'won',
      [
        ['x', 1, 100],
        ['z', 1, 0],
      ],
    ],
    [
      'to where it is',
      'x',
      'a',
      [
        ['xy', 2, 300],
        ['z', 1, 0],
      ],
    ],
    [
      'that is not there',
      'q',
      'b',
      [
        ['xy', 2, 300],
        ['z', 1, 0],
      ],
    ],
  ])('%s', (_, id, to, expected) => {
    expect(shape(moved(board, id, to))).toEqual(expected);
  });

  it('is new in its stage', () => {
    expect(moved(board, 'x', 'b').columns[1]?.cards[0]).toMatchObject({ days: 0, age: 0, missing: null });
  });
});
