import { expect, it } from 'vitest';
import { inSight } from './window';

it.each([
  ['at the top', 200, { from: 0, to: 21 }],
  ['further down', -5600, { from: 92, to: 125 }],
  ['at the end', -559_000, { from: 9974, to: 10_000 }],
  ['below the screen', 5000, { from: 0, to: 0 }],
])('draws what is in sight %s', (_, top, range) => {
  expect(inSight(top, 900, 56, 10_000)).toEqual(range);
});
