import { describe, expect, it } from 'vitest';
import type { Offer, ProductLine } from '@/api';
import { asProblem } from '@/api';
import { type Draft, emptyLine, errorsOf, hasPlace, offerOf } from './draft';
import { m } from './messages';
import { preview } from './preview';

const line = { ...emptyLine(0), product: 'Pro', quantity: '2' };
const draft: Draft = { lines: [line], discount: { text: '', by: 'percent' }, until: '', terms: '' };

describe('what is typed', () => {
  it('becomes an offer', () => {
    const typed: Draft = {
      lines: [{ ...line, quantity: '2,5', discount: { text: '5', by: 'percent' } }],
      discount: { text: '1,234.50', by: 'amount' },
      until: '2026-03-31',
      terms: 'Net',
    };
    expect(offerOf(typed, 3)).toEqual({
      offer: {
        lines: [{ product: 'Pro', quantity: '2.5', discount: { percent: '5' } }],
        discount: { amount_minor: 1234_50 },
        valid_until: '2026-03-31',
        terms: 'Net',
        seen: 3,
      },
    });
  });

  it.each<[string, Draft, string]>([
    ['no product', { ...draft, lines: [{ ...line, product: '' }] }, 'lines.0.product'],
    ['no number', { ...draft, lines: [{ ...line, quantity: 'two' }] }, 'lines.0.quantity'],
    ['over 100 %', { ...draft, lines: [{ ...line, discount: { text: '101', by: 'percent' } }] }, 'lines.0.discount'],
    ['no amount', { ...draft, discount: { text: 'some', by: 'amount' } }, 'discount'],
  ])('%s is told at its field', (_, typed, field) => {
    const told = offerOf(typed, 0);
    expect('errors' in told && Object.keys(told.errors)).toEqual([field]);
  });
});

describe('what the server found', () => {
  const found = (field: string, message: string) => errorsOf({ ...asProblem(null), errors: [{ field, message }] });

  it.each([
    [
      'lines.0.quantity',
      'line 1 (Pro): quantity must be above 0, not 0',
      'lines.0.quantity',
      'Quantity must be above 0, not 0',
    ],
    ['lines.1.unit', 'line 2 (Yen): unit is in JPY', 'lines.1.product', 'Unit is in JPY'],
    ['lines.1.tiers[0].from', 'x', 'lines.1.product', 'X'],
    ['currency', 'currency is missing', 'lines.0.product', m.form.errors.currency],
    ['valid_until', 'This day has passed.', 'valid_until', 'This day has passed.'],
  ])('%s stands at a field of the form', (field, message, at, says) => {
    expect(found(field, message)).toEqual({ [at]: says });
    expect(hasPlace(at)).toBe(true);
  });

  it('the number of lines has no field of its own', () => expect(hasPlace('lines')).toBe(false));
});

describe('what an offer will come to', () => {
  const eur = (minor: number) => ({ minor, currency: 'EUR' });
  const catalogue: ProductLine[] = [
    { name: 'Pro', unit: eur(4821_00), version: 0 },
    { name: 'Seat', unit: eur(10_00), tiers: [{ from: '10', unit_minor: 8_00 }], version: 0 },
    { name: 'Cent', unit: eur(1), version: 0 },
    { name: 'Yen', unit: { minor: 100_00, currency: 'JPY' }, version: 0 },
  ];
  const of = (product: string, quantity: string, rest: Partial<Offer['lines'][number]> = {}): Offer => ({
    lines: [{ product, quantity, ...rest }],
  });

  it.each<[string, Offer, number, string]>([
    ['5 % off two', of('Pro', '2', { discount: { percent: '5' } }), 9159_90, '5'],
    ['below the step', of('Seat', '9.5'), 95_00, '0'],
    ['from the step on', of('Seat', '10'), 80_00, '0'],
    ['a half to the even cent', of('Cent', '2.5'), 2, '0'],
    ['more than a half', of('Cent', '2.500000001'), 3, '0'],
    ['an amount off the whole', { ...of('Seat', '3'), discount: { amount_minor: 1_00 } }, 29_00, '3.33'],
  ])('%s', (_, offer, netMinor, off) => expect(preview(offer, catalogue)).toEqual({ currency: 'EUR', netMinor, off }));

  it.each<[string, Offer]>([
    ['an unknown product', of('Nothing', '1')],
    ['more off than the price', of('Seat', '1', { discount: { amount_minor: 10_01 } })],
    ['nothing of it', of('Seat', '0')],
    ['two currencies', { lines: [...of('Seat', '1').lines, ...of('Yen', '1').lines] }],
  ])('is not said for %s', (_, offer) => expect(preview(offer, catalogue)).toBeNull());
});
