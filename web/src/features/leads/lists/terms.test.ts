import { expect, it } from 'vitest';
import { errorsOf, termsOf, typedOf } from './terms';

const typed = { ...typedOf(null), source: 'Vendor' };

it.each([
  [{}, { source: 'Vendor', licence: '', campaign: '' }],
  [
    { price: '1200.50', currency: 'EUR', bought: '2026-01-10', until: '2026-12-31' },
    {
      source: 'Vendor',
      licence: '',
      campaign: '',
      price: { minor: 120_050, currency: 'EUR' },
      bought: '2026-01-10',
      valid_until: '2026-12-31',
    },
  ],
])('sends what is typed: %j', (part, terms) => {
  expect(termsOf({ ...typed, ...part })).toEqual({ terms });
});

it('says where an amount cannot be read', () => {
  expect(termsOf({ ...typed, price: 'a lot' })).toHaveProperty('errors.price');
});

it('puts what the server found at its fields', () => {
  const error = (field: string) => ({ field, message: field });
  const problem = {
    type: '',
    title: '',
    status: 422,
    detail: '',
    errors: ['price.currency', 'valid_until', 'x'].map(error),
  };
  expect(errorsOf(problem)).toEqual({ currency: 'price.currency', until: 'valid_until' });
});
