import { expect, test } from 'vitest';
import { daysOf } from './span';

const NOW = Date.parse('2026-03-10T12:00:30Z');

test.each([
  ['week', null, '2026-03-03T12:01:00.000Z', '2026-03-10T12:01:00.000Z'],
  ['month', null, '2026-02-10T12:01:00.000Z', '2026-03-10T12:01:00.000Z'],
  ['data', '2017-12-31T00:00:00Z', '2017-12-24T00:00:01.000Z', '2017-12-31T00:00:01.000Z'],
  ['data', null, '2026-03-03T12:01:00.000Z', '2026-03-10T12:01:00.000Z'],
] as const)('%s, data until %s', (span, asOf, from, to) => {
  expect(daysOf(span, NOW, asOf)).toEqual({ from, to });
});
