import { describe, expect, it } from 'vitest';
import type { CommissionPlan, Problem } from '@/api';
import { errorsOf, exampleOf, percentOf, shareOf, termsOf, typedOf } from './typed';

describe('percentages are exact', () => {
  it.each([
    ['5', '0.05'],
    ['8.5', '0.085'],
    ['8,5 %', '0.085'],
    ['100', '1'],
    ['120', '1.2'],
    ['0', '0'],
    ['0.1', '0.001'],
    ['12.3456789', '0.123456789'],
  ])('%s %% is %s', (percent, share) => {
    expect(shareOf(percent)).toBe(share);
  });
  it.each(['', 'five', '-5', '1.12345678', '5%%x'])('%s is no percentage', (text) => {
    expect(shareOf(text)).toBeNull();
  });
  it.each([
    ['0.05', '5'],
    ['0.085', '8.5'],
    ['1', '100'],
    ['1.2', '120'],
    ['0', '0'],
    ['0.001', '0.1'],
    ['0.1', '10'],
  ])('%s is %s %%', (share, percent) => {
    expect(percentOf(share)).toBe(percent);
    expect(shareOf(percent)).toBe(share);
  });
});

const plan: CommissionPlan = {
  id: 'standard',
  name: 'Standard',
  currency: 'EUR',
  from: '2026-01-01',
  period: 'quarter',
  rate: '0.05',
  tiers: [{ from_minor: 5_000_000, rate: '0.08' }],
  target_minor: 12_000_000,
  accelerators: [{ above: '1.2', factor: '1.5' }],
  cap_per_deal_minor: 100_050,
  draw_minor: 0,
  clawback: { within_days: 90, takes: 'full' },
};

it('a plan is sent as it came, whatever was not touched', () => {
  const { id, ...terms } = plan;
  expect(id).toBe('standard');
  const sent = { ...terms, until: null, cap_per_period_minor: null };
  expect(termsOf(typedOf(plan, '', ''))).toEqual({ terms: sent });
});

it('what cannot be read is named by field', () => {
  const typed = typedOf(plan, '', '');
  const wrong = {
    ...typed,
    rate: 'much',
    from: '',
    target: 'x',
    clawbackDays: 'soon',
    tiers: [{ key: 0, from: '', is: '8' }],
    accelerators: [{ key: 0, from: '100', is: '' }],
  };
  const read = termsOf(wrong);
  expect('errors' in read && Object.keys(read.errors).sort()).toEqual(
    ['accelerators', 'clawbackDays', 'from', 'rate', 'target', 'tiers'].sort(),
  );
});

it('what the server found stands at its field', () => {
  const problem: Problem = {
    type: '',
    title: '',
    status: 422,
    detail: '',
    errors: [
      { field: 'tiers[1].rate', message: 'a' },
      { field: 'clawback.within_days', message: 'b' },
      { field: 'somewhere', message: 'c' },
    ],
  };
  expect(errorsOf(problem)).toEqual({ tiers: 'a', clawbackDays: 'b' });
});

it('an example goes over the last step', () => {
  const read = termsOf(typedOf(plan, '', ''));
  if (!('terms' in read)) throw new Error('it can be read');
  const prices = exampleOf(read.terms);
  expect(prices).toHaveLength(3);
  expect(prices.reduce((a, b) => a + b, 0)).toBeGreaterThan(12_000_000);
  expect(exampleOf({ ...read.terms, tiers: [], target_minor: null })).toEqual([1_500_000, 1_200_000, 1_200_000]);
});
