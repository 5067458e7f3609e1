import { expect, it } from 'vitest';
import { periodWords, totals } from './periods';

it.each([
  ['2026-03', 'Mar 2026'],
  ['2026-Q4', 'Q4 2026'],
  ['2026', '2026'],
])('%s is said as %s', (name, words) => {
  expect(periodWords(name)).toBe(words);
});

it('adds up each currency by itself', () => {
  const row = (currency: string, total_minor: number) => ({ currency, total_minor });
  expect(totals([row('USD', 5), row('EUR', 2), row('EUR', 3)])).toEqual([
    ['EUR', 5],
    ['USD', 5],
  ]);
  expect(totals([])).toEqual([]);
});
