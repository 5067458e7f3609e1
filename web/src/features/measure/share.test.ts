import { expect, it } from 'vitest';
import type { ConversionStep } from '@/api';
import { shareOf } from './share';
import { stepName } from './steps';

const step = (entered: number, reached: number, open: number): ConversionStep => ({
  from: 'Prospecting',
  to: 'Engaging',
  adjacent: true,
  entered,
  reached,
  lost: entered - reached - open,
  open,
  rate: reached / (entered - open),
});

it.each([
  [100, 63, 0, '63 %'],
  [100, 40, 20, '50 %'],
  [25, 3, 10, '3 of 15'],
])('of %d entered %d went on, %d are open: %s', (entered, reached, open, says) => {
  expect(shareOf(step(entered, reached, open)).replace('\u00a0', ' ')).toBe(says);
});

it.each([
  ['2017-04-01T00:00:00Z', 'quarter', 'Q2 2017'],
  ['2017-04-01T00:00:00Z', 'month', 'Apr 2017'],
  ['2017-04-03T00:00:00Z', 'week', '3 Apr 2017'],
] as const)('%s is the %s %s', (from, length, name) => {
  expect(stepName(from, length)).toBe(name);
});
