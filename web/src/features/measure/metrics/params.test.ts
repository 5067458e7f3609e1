import { expect, it } from 'vitest';
import { paramsOf } from './params';

it('reads everything from the address', () => {
  const params = paramsOf({
    by: ['owner', 'stage', 'third'],
    period: 'quarter',
    step: 'week',
    against: 'previous',
    start: 'A',
    goal: 'B',
  });
  expect(params.ask).toEqual({
    span: 'quarter',
    by: ['owner', 'stage'],
    step: 'week',
    against: 'previous',
    start: 'A',
    goal: 'B',
  });
});

it('sets no other time beside all time', () => {
  expect(paramsOf({ against: 'year' }).ask).toEqual({ step: 'month' });
});

it('knows a group by as many values as it is broken down by', () => {
  expect(paramsOf({ by: 'owner', value: 'Ann' }).value).toEqual(['Ann']);
  expect(paramsOf({ by: ['owner', 'region'], value: 'Ann' }).value).toBeUndefined();
  expect(paramsOf({ by: 'owner', value: '' }).value).toEqual(['']);
});

it('takes nonsense for nothing', () => {
  const params = paramsOf({ by: 7, step: 'century', against: 'never', deals: 'x', value: {} });
  expect(params).toMatchObject({ by: [], step: 'month', against: undefined, deals: false });
});
