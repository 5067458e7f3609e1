import { describe, expect, it } from 'vitest';
import { isBackwards, periodFrom, periodOf } from './period';

describe('period', () => {
  it('counts back from the last day of the data where the server knows it', () => {
    expect(periodFrom({ preset: 'all' })).toEqual({});
    expect(periodFrom({ preset: 'quarter' })).toEqual({ span: 'quarter' });
  });

  it('has both days that are chosen in it', () => {
    const choice = periodOf({ from: '2017-03-01', to: '2017-03-31' });
    expect(choice).toEqual({ preset: 'custom', first: '2017-03-01', last: '2017-03-31' });
    expect(periodFrom(choice)).toEqual({ from: '2017-03-01', to: '2017-04-01' });
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
