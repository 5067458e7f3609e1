import { describe, expect, it } from 'vitest';
import { isBackwards, periodFrom, periodOf } from './period';

describe('period', () => {
  it.each([
    ['all', '2017-12-31T00:00:00Z', {}],
    ['year', '2017-12-31T00:00:00Z', { from: '2017-01-01T00:00:00Z', to: '2018-01-01T00:00:00Z' }],
    ['quarter', '2017-12-31T08:00:00Z', { from: '2017-10-01T00:00:00Z', to: '2018-01-01T00:00:00Z' }],
    ['month', '2017-03-30T00:00:00Z', { from: '2017-02-28T00:00:00Z', to: '2017-03-31T00:00:00Z' }],
    ['month', null, {}],
  ] as const)('%s back from the last day %s', (preset, asOf, period) => {
    expect(periodFrom({ preset }, asOf)).toEqual(period);
  });

  it('has both days that are chosen in it', () => {
    const choice = periodOf({ from: '2017-03-01', to: '2017-03-31' });
    expect(choice).toEqual({ preset: 'custom', first: '2017-03-01', last: '2017-03-31' });
    expect(periodFrom(choice, null)).toEqual({ from: '2017-03-01T00:00:00Z', to: '2017-04-01T00:00:00Z' });
  });

  it.each([
    [{}, 'all'],
    [{ period: 'year' }, 'year'],
    [{ period: 'century' }, 'all'],
    [{ from: 'yesterday' }, 'all'],
    [{ to: '2017-13-45' }, 'all'],
  ] as const)('reads %j as %s', (params, preset) => {
    expect(periodOf(params).preset).toBe(preset);
  });

  it('notices an end before the beginning', () => {
    expect(isBackwards({ preset: 'custom', first: '2017-03-02', last: '2017-03-01' })).toBe(true);
    expect(isBackwards({ preset: 'custom', first: '2017-03-01', last: '2017-03-01' })).toBe(false);
  });
});
