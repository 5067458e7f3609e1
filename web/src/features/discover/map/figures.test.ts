import { expect, test } from 'vitest';
import type { ViewEdge } from '@/api';
import { figure, label, thickness, tone } from './figures';

const edge: ViewEdge = {
  from: 0,
  to: 1,
  count: 90,
  deals: 80,
  most: 3,
  won_count: 40,
  lost_count: 0,
  won_deals: 38,
  lost_deals: 0,
  q25_seconds: 86_400,
  median_seconds: 172_800,
  q75_seconds: 864_000,
  mean_seconds: 259_200,
  won_median_seconds: 86_400,
  back: false,
  reopens: false,
  points: [],
  path: '',
  label: [0, 0],
};
const compared = (won: number, won_of: number, lost: number, lost_of: number, supported: boolean): ViewEdge => ({
  ...edge,
  compared: {
    won,
    won_of,
    lost,
    lost_of,
    difference: won / won_of - lost / lost_of,
    low: 0,
    high: 0,
    p_adjusted: 0.01,
    supported,
  },
});

test.each([
  ['count', 'all', ['90', '2\u00a0d']],
  ['deals', 'all', ['80', '2\u00a0d']],
  ['most', 'all', ['3×', '2\u00a0d']],
  ['quartiles', 'all', ['1\u00a0d–', '10\u00a0d']],
  ['mean', 'all', ['3\u00a0d', '90']],
  ['median', 'won', ['1\u00a0d', '40']],
  ['median', 'lost', ['–', '0']],
] as const)('%s of %s deals', (of, side, expected) => {
  expect(label(edge, of, side)).toEqual(expected);
});

test('a difference is told in points, few deals as counts, and coloured only where supported', () => {
  expect(label(compared(48, 100, 24, 100, true), 'count', 'difference')).toEqual(['+24', '48:24\u00a0%']);
  expect(label(compared(3, 4, 1, 5, false), 'count', 'difference')).toEqual(['3 : 1', 'of 4 : 5']);
  expect(label(edge, 'count', 'difference')).toEqual(['', '']);
  expect(tone(compared(48, 100, 24, 100, true), 'difference')).toBe('won');
  expect(tone(compared(24, 100, 48, 100, true), 'difference')).toBe('lost');
  expect(tone(compared(48, 100, 24, 100, false), 'difference')).toBe('pale');
  expect(tone(edge, 'lost')).toBe('pale');
});

test('lines are as thick as their figure', () => {
  expect(figure(edge, 'median', 'all')).toBe(172_800);
  expect(thickness(edge, 'count', 'all', 90)).toBe(6.25);
  expect(thickness(edge, 'count', 'all', 360)).toBe(3.75);
});
