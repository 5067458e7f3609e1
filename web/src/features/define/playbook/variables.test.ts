import { describe, expect, it } from 'vitest';
import type { Deal } from '@/api';
import { filledText, pieces, unknownVariables, valuesOf } from './variables';

const values = { 'deal.account': 'Acme', 'deal.owner': ' ' };

describe('variables', () => {
  it.each([
    ['Hello {{deal.account}}!', 'Hello Acme!'],
    ['{{ deal.account }}', 'Acme'],
    ['{{deal.owner}} of {{deal.acount}}', '{{deal.owner}} of {{deal.acount}}'],
    ['a {{deal.account', 'a {{deal.account'],
    ['{ not } }} one', '{ not } }} one'],
    ['', ''],
  ])('fill %j as %j', (text, filled) => {
    expect(filledText(text, values)).toBe(filled);
  });

  it('tell a value that is missing from a name that stands for nothing', () => {
    const is = pieces('{{deal.account}}{{deal.owner}}{{deal.acount}}.', values).map((p) => p.is);
    expect(is).toEqual(['filled', 'missing', 'unknown', 'text']);
  });

  it('that stand for nothing are each named once; what is not closed is one', () => {
    expect(unknownVariables('{{x}} {{ x }} {{today}} {{y')).toEqual(['x', 'y']);
  });

  it('take the values of a deal', () => {
    const deal: Deal = {
      id: '1',
      key: 'D-1',
      name: 'Acme, 20 seats',
      account: 'Acme',
      owner: 'Rosa',
      attributes: {},
      outcome: 'open',
      value: { minor: 1_205_000, currency: 'EUR' },
      version: 1,
    };
    expect(valuesOf(deal, 'Ben', '5 Jan 2027')).toEqual({
      'deal.name': 'Acme, 20 seats',
      'deal.account': 'Acme',
      'deal.owner': 'Rosa',
      'deal.value': '€12,050',
      'deal.currency': 'EUR',
      'rep.name': 'Rosa',
      today: '5 Jan 2027',
    });
    expect(valuesOf({ ...deal, owner: null, value: null }, 'Ben', '')).toMatchObject({ 'rep.name': 'Ben' });
  });
});
