import { describe, expect, it } from 'vitest';
import type { ActShare } from '@/api';
import { binName } from './Answers';
import { verdict } from './FirstAndLast';
import { distinct, rowId, rowName } from './names';

describe('rows of touchpoints', () => {
  it.each([
    [{}, 'All'],
    [{ side: 'prospect' }, 'All, by the prospect'],
    [{ channel: 'phone', side: 'rep' }, 'Call, by us'],
    [{ channel: 'email', side: 'unknown' }, 'E-mail, not said'],
    [{ channel: 'document' }, 'Quote or contract'],
  ] as const)('%o is %s', (row, name) => {
    expect(rowName(row)).toBe(name);
  });

  it('has an id a row', () => {
    const none = { touches: 0, any: { count: 0, of: 0 } };
    const row = { won: none, lost: none, open: none };
    expect(rowId({ ...row, channel: 'phone' })).not.toBe(rowId({ ...row, side: 'rep' }));
    const [call, ours, mail, sent, received] = [
      { ...row, channel: 'phone' },
      { ...row, channel: 'phone', side: 'rep' },
      { ...row, channel: 'email' },
      { ...row, channel: 'email', side: 'rep' },
      { ...row, channel: 'email', side: 'prospect' },
    ] as const;
    expect(distinct([row, call, ours, mail, sent, received])).toEqual([row, ours, mail, sent, received]);
  });
});

describe('time to answer', () => {
  it.each([
    [{ from_hours: 0, to_hours: 1, count: 3 }, 'up to 1\u00a0h'],
    [{ from_hours: 4, to_hours: 24, count: 3 }, 'up to 1\u00a0d'],
    [{ from_hours: 336, to_hours: null, count: 3 }, 'over 14\u00a0d'],
  ])('%o is %s', (bin, name) => {
    expect(binName(bin)).toBe(name);
  });
});

describe('won against lost', () => {
  const act = (won: number, lost: number, supported: boolean): ActShare => ({
    activity: 'Call',
    channel: 'phone',
    side: 'rep',
    all: { count: 1, of: 2 },
    won: { count: 1, of: 2, share: won },
    lost: { count: 1, of: 2, share: lost },
    supported,
  });

  it.each([
    [0.5, 0.2, true, 'more often in won'],
    [0.2, 0.5, true, 'more often in lost'],
    [0.5, 0.2, false, "can't tell"],
  ])('%d, %d, %s: %s', (won, lost, supported, says) => {
    expect(verdict(act(won, lost, supported))).toBe(says);
  });
});
