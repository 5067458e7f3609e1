import { expect, it } from 'vitest';
import type { StageHere } from '@/api';
import { againstWon } from './risk';

const stage = (days: number | null, n: number, q25: number, q75: number): StageHere => ({
  stage_id: 'demo',
  name: 'Demo',
  kind: 'open',
  purpose: '',
  days,
  won_days: { n, q25, median: (q25 + q75) / 2, q75 },
});

it.each([
  ['longer than most', stage(19, 30, 4, 9), { says: 'won deals took 4–9 days', longer: true }],
  ['at the upper quartile', stage(9, 30, 4, 9), { says: 'won deals took 4–9 days', longer: false }],
  ['the same day', stage(1, 10, 0.8, 1.2), { says: 'won deals took 1 day', longer: false }],
  ['too few won deals', stage(19, 9, 4, 9), null],
  ['since when is not known', stage(null, 30, 4, 9), null],
])('%s', (_, here, expected) => {
  expect(againstWon(here)).toEqual(expected);
});

it('says nothing without won deals', () => {
  expect(againstWon({ stage_id: 'demo', name: 'Demo', kind: 'open', purpose: '', days: 3 })).toBeNull();
});
