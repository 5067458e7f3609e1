import { expect, it } from 'vitest';
import type { PriceListLine, ProductLine, QuoteOfDeal } from '@/api';
import { listed, listOf } from './listed';

const product = (name: string, minor: number): ProductLine => ({
  id: name,
  version: 1,
  name,
  unit: { minor, currency: 'EUR' },
});
const list = (id: string, currency: string, unit_minor: number): PriceListLine => ({
  id,
  version: 1,
  valid: true,
  name: id,
  currency,
  prices: [{ product: 'pro ', unit_minor }],
});
const catalogue = [product('Pro', 100), product('Basic', 50)];

it.each([
  [undefined, ['Pro 100 EUR', 'Basic 50 EUR']],
  [list('north', 'EUR', 80), ['Pro 80 EUR', 'Basic 50 EUR']],
  [list('dollars', 'USD', 110), ['Pro 110 USD']],
])('the catalogue at a list', (at, expected) => {
  expect(listed(catalogue, at).map((p) => `${p.name} ${p.unit.minor} ${p.unit.currency}`)).toEqual(expected);
});

it('a quote that is written anew begins with the list that it was written at', () => {
  const quote = (minor: number, currency: string) =>
    ({ quote: { lines: [{ product: 'Pro', unit: { minor, currency } }] } }) as unknown as QuoteOfDeal;
  const lists = [list('north', 'EUR', 80), list('dollars', 'USD', 110)];
  const found = (q: QuoteOfDeal | null) => listOf(q, catalogue, lists)?.id;
  expect([found(null), found(quote(100, 'EUR')), found(quote(80, 'EUR')), found(quote(110, 'USD'))]).toEqual([
    undefined,
    undefined,
    'north',
    'dollars',
  ]);
});
