import { expect, it } from 'vitest';
import { paramsOf } from './params';

const AS_OF = '2024-12-31T12:00:00Z';

it('reads everything from the address', () => {
  const params = paramsOf(
    { by: ['owner', 'stage', 'third'], period: 'quarter', step: 'week', against: 'previous', start: 'A', goal: 'B' },
    AS_OF,
  );
  expect(params.ask).toEqual({
    from: '2024-10-01T00:00:00Z',
    to: '2025-01-01T00:00:00Z',
    by: ['owner', 'stage'],
    step: 'week',
    against: 'previous',
    start: 'A',
    goal: 'B',
  });
});

it('sets no other time beside all time', () => {
  expect(paramsOf({ against: 'year' }, AS_OF).ask).toEqual({ step: 'month' });
});

it('knows a group by as many values as it is broken down by', () => {
  expect(paramsOf({ by: 'owner', value: 'Ann' }, AS_OF).value).toEqual(['Ann']);
  expect(paramsOf({ by: ['owner', 'region'], value: 'Ann' }, AS_OF).value).toBeUndefined();
  expect(paramsOf({ by: 'owner', value: '' }, AS_OF).value).toEqual(['']);
});

it('takes nonsense for nothing', () => {
  const params = paramsOf({ by: 7, step: 'century', against: 'never', deals: 'x', value: {} }, undefined);
  expect(params).toMatchObject({ by: [], step: 'month', against: undefined, deals: false });
});
