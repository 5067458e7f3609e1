import { describe, expect, it } from 'vitest';
import type { Group } from '@/api';
import { verdict } from './Comparison';

const group = (rate: number | null, supported: boolean): Group => ({
  value: 'Anna',
  won: 8,
  closed: 10,
  open: 0,
  rate,
  low: 0.5,
  high: 0.9,
  median_days: 10,
  won_minor: 0,
  p_adjusted: 0.01,
  supported,
});

describe('what is said of a value against all others', () => {
  it.each<[Group, number | null, string]>([
    [group(0.8, true), 0.6, 'higher'],
    [group(0.4, true), 0.6, 'lower'],
    [group(0.8, false), 0.6, "can't tell"],
    [group(null, true), 0.6, "can't tell"],
    [group(0.8, true), null, "can't tell"],
  ])('%#', (of, rate, says) => {
    expect(verdict(of, rate)).toBe(says);
  });
});
