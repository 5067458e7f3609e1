import { describe, expect, it } from 'vitest';
import type { PointFigure } from '@/api';
import { addDays, dayIn, daysTo } from '@/ui/days';
import { calendarOf, calendarSpan, shadeOf, shadesOf } from './calendar';

const point = (from: string, to: string, value: number | null = 1): PointFigure => ({
  from,
  to,
  first: dayIn(from, 'Europe/Berlin'),
  last: dayIn(from, 'Europe/Berlin'),
  finished: true,
  figure: { value, n: 1, open: 0, few: false, says: '' },
});

/** Days from one to another, each from midnight to midnight in UTC. */
const days = (first: string, last: string): PointFigure[] =>
  Array.from({ length: daysTo(first, last) + 1 }, (_, i) =>
    point(`${addDays(first, i)}T00:00:00Z`, `${addDays(first, i + 1)}T00:00:00Z`),
  );

const at = (years: ReturnType<typeof calendarOf>, day: string) => {
  const found = years.flatMap((year) => year.days).find((one) => one.day === day);
  return found && [found.column, found.row];
};

describe('a calendar', () => {
  it('has weeks that begin on Monday', () => {
    const [year] = calendarOf({ series: days('2017-10-01', '2017-10-31') });
    // 1 October 2017 was a Sunday.
    expect(at([year!], '2017-10-01')).toEqual([0, 6]);
    expect(at([year!], '2017-10-02')).toEqual([1, 0]);
    expect(at([year!], '2017-10-31')).toEqual([5, 1]);
    expect(year!.months).toEqual([{ month: 10, column: 0 }]);
  });

  it.each([
    [2016, 366],
    [2017, 365],
    [2000, 366],
    [2100, 365],
  ])('of %d has %d days, each in a place of its own', (year, n) => {
    const [block, ...more] = calendarOf({ series: days(`${year}-01-01`, `${year}-12-31`) });
    expect([block?.days.length, more.length, block?.months.length]).toEqual([n, 0, 12]);
    expect(new Set(block?.days.map((d) => `${d.column} ${d.row}`)).size).toBe(n);
    expect(Math.max(...(block?.days ?? []).map((d) => d.column))).toBeLessThan(54);
    expect(block?.days.some((d) => d.day === `${year}-02-29`)).toBe(n === 366);
  });

  it('begins a block with every year', () => {
    const years = calendarOf({ series: days('2016-12-30', '2017-01-03') });
    expect(years.map(({ year, days }) => [year, days.length])).toEqual([
      [2016, 2],
      [2017, 3],
    ]);
    expect(at(years, '2017-01-01')).toEqual([0, 6]);
    expect(at(years, '2017-01-02')).toEqual([1, 0]);
  });

  it('gives each day its own place where clocks change', () => {
    // 26 March 2017 has 23 hours in Berlin, 29 October 25.
    const series = [
      point('2017-03-24T23:00:00Z', '2017-03-25T23:00:00Z'),
      point('2017-03-25T23:00:00Z', '2017-03-26T22:00:00Z'),
      point('2017-03-26T22:00:00Z', '2017-03-27T22:00:00Z'),
      point('2017-10-28T22:00:00Z', '2017-10-29T23:00:00Z'),
      point('2017-10-29T23:00:00Z', '2017-10-30T23:00:00Z'),
    ];
    const names = calendarOf({ series }).flatMap((year) => year.days.map((d) => [d.day, d.row]));
    expect(names).toEqual([
      ['2017-03-25', 5],
      ['2017-03-26', 6],
      ['2017-03-27', 0],
      ['2017-10-29', 6],
      ['2017-10-30', 0],
    ]);
  });

  it('marks what is outside of the limits, of the days that the limits are of', () => {
    const chart = { mean: 1, upper: 2, lower: 0, outside: [1], average_moving_range: 1 };
    const [year] = calendarOf({
      series: days('2017-10-02', '2017-10-05'),
      control: { chart, at: [0, 2, 3], says: '' },
    });
    expect(year?.days.map((d) => d.outside)).toEqual([false, false, true, false]);
  });
});

describe('the time of a calendar', () => {
  it.each([
    [{}, '2017-12-31T10:00:00Z', '2015-01-01', '2018-01-01', false],
    [{ from: '2017-03-01' }, '2017-12-31T10:00:00Z', '2017-03-01', '2018-01-01', false],
    [{ from: '2010-03-01', to: '2016-03-01' }, '2017-12-31T10:00:00Z', '2013-03-01', '2016-03-01', true],
    [{}, null, undefined, undefined, false],
    [{ span: 'year' as const }, '2017-12-31T10:00:00Z', undefined, undefined, false],
  ])('of %j with data to %s', (asked, asOf, from, to, cut) => {
    const span = calendarSpan(asked, asOf);
    expect([span.from, span.to, span.cut]).toEqual([from, to, cut]);
  });
});

describe('shades', () => {
  it.each([
    [[], []],
    [[0, 0], []],
    [[3, 3, 3], [3]],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0],
      [2, 4, 6, 8, 10],
    ],
  ])('of %j end at %j', (values, bounds) => {
    expect(shadesOf(values)).toEqual(bounds);
  });

  it('grow with the value', () => {
    const bounds = [2, 4, 6, 8, 10];
    expect([null, 0, 1, 2, 3, 10, 99].map((value) => shadeOf(value, bounds))).toEqual([0, 0, 1, 1, 2, 5, 5]);
    expect([shadeOf(3, [3]), shadeOf(1, [1, 2]), shadeOf(2, [1, 2])]).toEqual([5, 1, 5]);
  });
});
