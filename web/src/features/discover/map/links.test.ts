import { expect, test } from 'vitest';
import type { MapView, ViewEdge } from '@/api';
import { edgeDeals, nodeDeals } from './links';

const node = (activity: string, kind: string) => ({
  activity,
  kind,
  alike: 1,
  count: 1,
  deals: 1,
  most: 1,
  won_deals: 0,
  lost_deals: 0,
  returned: 0,
  x: 0,
  y: 0,
  width: 0,
  height: 0,
});
const whole = { shown: 2, of: 2, share: 1, least: 0 };
const map: MapView = {
  nodes: [node('', 'start'), node('A', 'stage'), node('B', 'stage'), node('', 'end')],
  edges: [],
  main: [],
  sentences: [],
  label_size: [0, 0],
  width: 0,
  height: 0,
  view: 'stages',
  both: true,
  grouped: false,
  groups: 2,
  reopened: 0,
  deals: { total: 0, won: 0, lost: 0, open: 0 },
  activities: whole,
  paths: whole,
};
const edge = (from: number, to: number): ViewEdge => ({
  from,
  to,
  count: 1,
  deals: 1,
  most: 1,
  won_count: 0,
  lost_count: 0,
  won_deals: 0,
  lost_deals: 0,
  back: false,
  reopens: false,
  points: [],
  path: '',
  label: [0, 0],
});
const owner = { field: ['owner:Anna'] };

test('lines among stages lead to moves among stages', () => {
  expect(edgeDeals(owner, map, edge(1, 2))).toEqual({ ...owner, moved_from: 'A', moved_to: 'B' });
  expect(edgeDeals({}, map, edge(0, 1))).toEqual({ starts: 'A' });
  expect(edgeDeals({}, map, edge(2, 3))).toEqual({ ends: 'B' });
  expect(nodeDeals({}, map, node('A', 'stage'))).toEqual({ visited: 'A' });
});

test('where activities are left out, the deals are chosen among those shown', () => {
  const part: MapView = { ...map, activities: { ...whole, of: 9 } };
  const among = ['A', 'B'];
  expect(edgeDeals({}, part, edge(1, 2))).toEqual({ moved_from: 'A', moved_to: 'B', moved_directly: true, among });
  expect(edgeDeals({}, { ...map, view: 'all' }, edge(0, 1))).toEqual({ starts: 'A', among });
  expect(edgeDeals({}, { ...map, grouped: true }, edge(0, 1))).toEqual({ starts: 'A', grouped: true });
});
