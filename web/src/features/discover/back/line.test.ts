import { describe, expect, it } from 'vitest';
import type { LookBackDeal, Mark } from '@/api';
import { cutsOf, drawnDay, layOut, stepsOf } from './line';
import { paramsOf } from './params';

const mark = (day: number, activity: string): Mark => ({ day, activity, kind: 'activity', channel: null, side: 'rep' });

const deal = (days: number, ...marks: Mark[]): LookBackDeal => ({
  id: `${days}`,
  key: `${days}`,
  name: `${days}`,
  outcome: 'won',
  days,
  close_day: days,
  marks: [...marks, { ...mark(days, 'Won'), kind: 'won' }],
  stages: [],
});

describe('a deal on the time line', () => {
  const long = deal(60, mark(0, 'Stage: Call'), mark(5, 'Demo'), mark(11, 'Quote'));

  it('tells the time since the step before', () => {
    expect(stepsOf(long).map((s) => [s.before, s.activity, s.since])).toEqual([
      [null, 'Call', null],
      ['Call', 'Demo', 5],
      ['Demo', 'Quote', 6],
      ['Quote', 'Won', 49],
    ]);
  });

  it('shortens long gaps and nothing else', () => {
    const cuts = cutsOf(long);
    expect(cuts).toEqual([{ from: 11, to: 60 }]);
    expect([0, 5, 11, 60].map((day) => drawnDay(day, cuts))).toEqual([0, 5, 11, 15]);
    expect(drawnDay(35.5, cuts)).toBe(13);
  });

  it('lines up at the start and at the close', () => {
    const short = deal(10, mark(4, 'Demo'));
    const start = layOut([long, short], 'start', false);
    expect([start.from, start.to]).toEqual([0, 60]);
    const close = layOut([long, short], 'close', false);
    expect([close.from, close.to]).toEqual([-60, 0]);
    expect(close.laid[1]?.at(4)).toBe(-6);
    const cut = layOut([long, short], 'close', true);
    expect([cut.from, cut.to]).toEqual([-15, 0]);
  });

  it('has a width even if all happened at once', () => {
    const { from, to } = layOut([deal(0)], 'start', false);
    expect(to).toBeGreaterThan(from);
  });
});

describe('the address of the page', () => {
  it.each([
    [{}, 10, 'won', undefined],
    [{ n: '25', ended: 'both' }, 25, undefined, undefined],
    [{ n: '100000', ended: 'lost', last: '10' }, 500, 'lost', 10],
    [{ n: 'x', last: '0' }, 10, 'won', undefined],
  ])('%o', (search, n, ended, last) => {
    const { back, backward } = paramsOf(search);
    expect([back.n, back.ended, backward.last]).toEqual([n, ended, last]);
  });

  it('takes a span only as a whole', () => {
    expect(paramsOf({ from_days: '7' }).backward.from).toBeUndefined();
    expect(paramsOf({ from_days: '9', to_days: '7' }).backward.to).toBeUndefined();
    expect(paramsOf({ from_days: '7', to_days: '14' }).backward).toMatchObject({ from: 7, to: 14 });
  });
});
