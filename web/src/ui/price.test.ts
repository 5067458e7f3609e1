import { describe, expect, it } from 'vitest';
import { amountText, decimalOf, minorOf, price, rate } from './price';

describe('prices', () => {
  it.each([
    [135660, 'EUR', '€1,356.60'],
    [135600, 'EUR', '€1,356.00'],
    [50_00, 'JPY', '¥50'],
    [50_50, 'JPY', '¥50.50'],
    [1234_50, '', '1,234.50'],
  ])('%i minor units of %s are %s', (minor, currency, says) => expect(price(minor, currency)).toBe(says));

  it.each([
    ['1234', 123400],
    ['1234.5', 123450],
    ['1234,50', 123450],
    ['1,234.50', 123450],
    ['1,234', 123400],
    ['12 000', 1200000],
    ['1.234,50', null],
    ['-5', null],
    ['0.005', null],
    ['', null],
    ['a lot', null],
  ])('%s typed is %s', (typed, minor) => expect(minorOf(typed)).toBe(minor));

  it.each([123400, 123450, 5, 0])('%i comes back as it was typed', (minor) =>
    expect(minorOf(amountText(minor))).toBe(minor),
  );

  it.each([
    ['5', '5'],
    [' 2,5 ', '2.5'],
    ['0.19', '0.19'],
    ['-1', null],
    ['5 %', null],
    ['1.0000000001', null],
  ])('the decimal %s is %s', (typed, text) => expect(decimalOf(typed)).toBe(text));

  it('a rate keeps its sign on the line', () => expect(rate('4.98')).toBe('4.98\u00a0%'));
});
