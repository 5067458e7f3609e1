import { describe, expect, it } from 'vitest';
import type { MetricTarget } from '@/api';
import { listsOf } from '@/app/selection';
import { addressOf, draftOf, figureOf, isOfSame, targetOf, typed, unreadable } from './draft';

const TARGET: MetricTarget = {
  name: 'Win rate of the East',
  metric: 'win-rate',
  filters: { field: ['team:East'] },
  step: 'month',
  band: { between: { at_least: 0.07, at_most: null } },
  raise_after: 2,
  clear_after: 1,
  margin: 0.05,
  people: ['a'],
  webhooks: true,
};

describe('a figure', () => {
  it.each([
    ['55', 'share', 0.55],
    ['7 %', 'share', 0.07],
    ['41,5', 'share', 0.415],
    ['1,250', 'money', 125_000],
    ['1250.5', 'money-a-day', 125_050],
    ['-3', 'number', -3],
    ['', 'count', null],
    ['ten', 'count', null],
    ['1e9', 'count', null],
  ] as const)('typed as %j in %s is %s', (text, unit, value) => {
    expect(figureOf(text, unit)).toBe(value);
    if (value !== null) expect(figureOf(typed(value, unit), unit)).toBe(value);
  });
});

describe('a target', () => {
  it('is the same after it was shown in the form', () => {
    const { metric, filters } = TARGET;
    expect(targetOf(draftOf(TARGET, 'share'), { metric, filters: filters ?? {} }, 'share')).toEqual({
      ...TARGET,
      start: null,
      goal: null,
    });
  });

  it('is none as long as an edge is no number', () => {
    const draft = { ...draftOf(TARGET, 'share'), band: 'between' as const };
    expect(targetOf(draft, { metric: 'm' }, 'share')).toBeNull();
    expect(unreadable(draft, 'share')).toEqual(['atMost']);
    expect(targetOf({ ...draft, band: 'natural' }, { metric: 'm' }, 'share')?.band).toEqual({ natural: {} });
  });

  it('keeps and finds again which deals it is of', () => {
    const filters = listsOf({ field: ['team:East', 'source:Fair'], grouped: true, text: 'mill' });
    expect(filters).toEqual({ field: ['team:East', 'source:Fair'], grouped: ['true'], text: ['mill'] });
    expect(addressOf({ ...TARGET, start: 'A', goal: 'B' })).toEqual({
      field: ['team:East'],
      step: 'month',
      start: 'A',
      goal: 'B',
    });
    expect(isOfSame(TARGET, { metric: 'win-rate', start: '', filters: { field: ['team:East'] } })).toBe(true);
    expect(isOfSame(TARGET, { metric: 'win-rate' })).toBe(false);
  });
});
