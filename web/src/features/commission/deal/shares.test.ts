import { expect, it } from 'vitest';
import { minorOf } from '@/ui/price';
import { sharesOf, signed, sumOf, typedShares } from './shares';

const row = (person: string, percent: string, key = 0) => ({ key, person, percent });

it('shares go out as they came in', () => {
  const shares = [
    { person: 'Ann', share: '0.665' },
    { person: 'Ben', share: '0.335' },
  ];
  expect(sharesOf(typedShares(shares))).toEqual(shares);
});

it.each([
  ['60', '40', '100'],
  ['33,3', '66.7', '100'],
  ['0.1', '0.2', '0.3'],
  ['x', '40', '40'],
  ['99.9999999', '0.0000001', '100'],
])('%s and %s are %s', (a, b, sum) => {
  expect(sumOf([row('Ann', a), row('Ben', b)])).toBe(sum);
});

it('without a name or a percentage there is no share', () => {
  expect(sharesOf([row(' ', '50')])).toBeNull();
  expect(sharesOf([row('Ann', 'half')])).toBeNull();
  expect(sharesOf([])).toEqual([]);
});

it.each([
  ['120.50', 12_050],
  ['-120.50', -12_050],
  ['−1', -100],
  ['+3', 300],
  ['--3', null],
  ['', null],
])('%s is %s', (text, minor) => {
  expect(signed(text, minorOf)).toBe(minor);
});
