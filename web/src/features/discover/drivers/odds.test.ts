import { describe, expect, it } from 'vitest';
import { asChoice, oddsText, placeOf, pText, scaleEnd } from './odds';

const odds = (value: number, naive: number) => ({
  odds_ratio: { value, low: null, high: null },
  naive: { with: { won: 1, lost: 1 }, without: { won: 1, lost: 1 }, odds_ratio: naive },
});

describe('the scale of odds', () => {
  it.each([
    [[], 4],
    [[odds(1.6, 4.2)], 8],
    [[odds(0.1, 1)], 16],
    [[odds(1, 91)], 8],
    [[odds(91, 1)], 32],
  ])('of %j ends at %d', (drivers, end) => {
    expect(scaleEnd(drivers)).toBe(end);
  });

  it.each([
    [1, 0.5],
    [4, 1],
    [0.25, 0],
    [2, 0.75],
    [100, 1],
    [0, 0.5],
  ])('has %d at %d', (value, place) => {
    expect(placeOf(value, 4)).toBeCloseTo(place);
  });
});

it.each([
  [1.6, '1.6'],
  [0.354, '0.35'],
  [12.3, '12'],
  [1, '1'],
  [null, '–'],
])('odds of %s are %s', (value, text) => {
  expect(oddsText(value)).toBe(text);
});

it.each([
  [0.0004, '< 0.001'],
  [0.0043, '= 0.004'],
  [0.2, '= 0.20'],
])('p of %d is %s', (p, text) => {
  expect(pText(p)).toBe(text);
});

it('puts a selection into the words of an address', () => {
  expect(asChoice({ fields: { source: ['Referral', ''] }, outcome: ['won'] })).toEqual({
    field: ['source:Referral', 'source:'],
    outcome: ['won'],
  });
  expect(asChoice({ visited: 'Demo' })).toEqual({ visited: 'Demo' });
  expect(asChoice(null)).toBeUndefined();
});
