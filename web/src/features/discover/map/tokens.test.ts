import { expect, test } from 'vitest';
import type { MapView, Replay } from '@/api';
import { boxesOf, on, tokensAt } from './tokens';

const node = (activity: string, x: number) => ({
  activity,
  x,
  y: 0,
  alike: 1,
  kind: 'stage',
  count: 1,
  deals: 1,
  most: 1,
  won_deals: 0,
  lost_deals: 0,
  returned: 0,
  width: 150,
  height: 44,
});
const share = { shown: 2, of: 2, share: 1, least: 0 };
const map: MapView = {
  nodes: [node('A', 0), node('B', 100), node('C', 300)],
  edges: [],
  main: [],
  sentences: [],
  label_size: [62, 34],
  width: 400,
  height: 100,
  view: 'stages',
  both: false,
  grouped: false,
  groups: 3,
  reopened: 0,
  deals: { total: 1, won: 1, lost: 0, open: 0 },
  activities: share,
  paths: share,
};
const replay = (outcome: 'open' | 'won'): Replay => ({
  from: '2026-01-01T00:00:00Z',
  seconds: 1000,
  of: 1,
  undated: 0,
  activities: ['B', 'A', 'C'],
  deals: [
    {
      id: '1',
      outcome,
      steps: [
        [1, 100],
        [0, 200],
        [2, 400],
      ],
    },
  ],
});
const lines = new Map([
  [
    '0-1',
    [
      [0, 0],
      [100, 0],
    ] as const,
  ],
]);

test.each([
  ['before its first step', 'won', 99, []],
  ['on its way', 'won', 150, [[50, 0]]],
  ['waits where no line is drawn', 'won', 300, [[100, 0]]],
  ['at its last step', 'won', 400, [[300, 0]]],
  ['gone after its end', 'won', 500, []],
  ['an open deal stays', 'open', 900, [[300, 0]]],
] as const)('a deal %s', (_, outcome, at, places) => {
  const boxes = boxesOf(map, replay(outcome));
  expect(boxes).toEqual([1, 0, 2]);
  const found = tokensAt(replay(outcome), map, boxes, lines, at);
  expect(found.map(({ x, y }) => [x, y])).toEqual(places);
});

test('a place on a line of many points', () => {
  const line = [
    [0, 0],
    [10, 0],
    [10, 10],
  ] as const;
  expect([0, 0.25, 0.75, 1, 2].map((s) => on(line, s))).toEqual([
    [0, 0],
    [5, 0],
    [10, 5],
    [10, 10],
    [10, 10],
  ]);
});
