import { expect, test } from 'vitest';
import { shownDays } from './shownDays';

const at = (days: number, share: number) => ({ days, share });

test.each([
  ['nothing', [], 0],
  ['falls to nothing: all of it', [at(10, 0.5), at(20, 0)], 20],
  ['a long flat tail is cut', [at(10, 0.5), at(100, 0.2), at(4000, 0.2)], 110],
  ['a late step of one deal in a thousand is cut', [at(10, 0.5), at(100, 0.2), at(3000, 0.1995)], 110],
  ['a late step that matters is kept', [at(10, 0.9), at(3000, 0.5)], 3000],
])('%s', (_, curve, days) => {
  expect(shownDays(curve)).toBeCloseTo(days);
});
