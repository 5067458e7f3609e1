import { expect, it } from 'vitest';
import type { Deal } from '@/api';
import { decimal, factsOf } from './facts';

const deal: Deal = {
  id: '1',
  key: 'K1',
  name: 'Acme',
  owner: 'Anna',
  outcome: 'open',
  attributes: { sector: 'retail', budget: '' },
  version: 3,
};

it.each([
  [120_050, '1200.50'],
  [120_000, '1200'],
  [5, '0.05'],
  [-5, '-0.05'],
])('%d minor units are %s', (minor, text) => {
  expect(decimal(minor)).toBe(text);
});

it('facts stand in order, with what is not known as empty text', () => {
  const text = (of: Deal) =>
    factsOf(of)
      .map((f) => `${f.name}=${f.value}`)
      .join(' ');
  expect(text(deal)).toBe('name=Acme account= owner=Anna team= product= value= budget= sector=retail');
  expect(text({ ...deal, attributes: {}, value: { minor: 100, currency: 'EUR' } })).toContain('value=1 currency=EUR');
});
