import { describe, expect, it } from 'vitest';
import type { MyDay, ToDo } from '@/api';
import { dayIn, dayWords } from '@/ui/days';
import { dueWords, freeOn, grouped, inShort, strip } from './lines';

/** A Wednesday. */
const TODAY = '2026-03-11';

const line = (what: string, kind: ToDo['kind'], due: string | null, more: Partial<ToDo> = {}): ToDo => ({
  kind,
  deal: `deal of ${what}`,
  name: 'Acme',
  stage: 'Demo',
  stage_id: 'demo',
  what,
  item: what,
  channel: '',
  template: '',
  due: due && `2026-03-${due}T12:00:00Z`,
  overdue: due !== null && due < '11',
  may_change: true,
  ...more,
});

const day = (...to_do: ToDo[]): MyDay => ({
  day: TODAY,
  zone: 'UTC',
  deals: 1,
  looked_at: 1,
  total: to_do.length,
  owners: [],
  to_do,
});

const shown = (...lines: ToDo[]) =>
  grouped(day(...lines)).map((g) => `${g.title}: ${g.lines.map((l) => l.what).join(' ')}`);

describe('what is to be done', () => {
  it('stands under whom to answer, what lapsed, what is overdue, each day, what is late', () => {
    const late = (what: string, days: number) => line(what, 'late', null, { days, target_days: 5, overdue: true });
    expect(
      shown(
        line('b', 'reply', '10'),
        line('a', 'objection', '09'),
        line('promise', 'commitment', '10'),
        line('coming', 'commitment', '13'),
        line('old', 'task', '02'),
        line('newer', 'task', '09'),
        line('asks', 'approval', '10'),
        line('Sam', 'handover', '09'),
        line('late one', 'promise', '09'),
        line('Mill', 'review', '13'),
        line('now', 'task', '11'),
        line('next', 'task', '12'),
        line('friday', 'task', '13'),
        late('little', 6),
        late('much', 40),
      ),
    ).toEqual([
      'Answer them: a b',
      'Decide: Sam asks',
      'See to your customers: late one',
      'They agreed, and the day has passed: promise',
      'Overdue: newer old',
      'Today: now',
      'Tomorrow: next',
      'Friday 13 Mar 2026: coming Mill friday',
      'Longer in their stage than the target: much little',
    ]);
  });

  it('is said in one sentence', () => {
    const all = grouped(day(line('a', 'reply', '10'), line('b', 'task', '02'), line('c', 'task', '11')));
    expect(inShort(all, TODAY)).toBe('1 waits for an answer, 1 task overdue, 1 for today.');
    expect(inShort([], TODAY)).toBe('');
  });

  it.each([
    [line('a', 'task', '11'), 'today'],
    [line('a', 'task', '12'), 'tomorrow'],
    [line('a', 'task', '10'), 'was due yesterday'],
    [line('a', 'task', '13'), 'Friday'],
    [line('a', 'commitment', '13'), 'by Friday'],
    [line('a', 'commitment', '08'), 'was due 3 days ago'],
    [line('a', 'reply', '10'), 'since yesterday'],
    [line('a', 'handover', '10'), 'since yesterday'],
    [line('a', 'promise', '13'), 'by Friday'],
    [line('a', 'renewal', '13'), 'notice by Friday'],
    [line('a', 'late', null), ''],
  ])('is due in words: %#', (one, words) => {
    expect(dueWords(one, TODAY, 'UTC')).toBe(words);
  });
});

describe('the week ahead', () => {
  const calendar = {
    week: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const,
    holidays: [
      { name: 'Founders’ day', on: '03-12' },
      { name: 'Trip', on: '2025-03-13' },
    ],
  };

  it('counts what is due on each day and marks the free ones', () => {
    const all = day(
      line('a', 'task', '11'),
      line('b', 'task', '16'),
      line('c', 'commitment', '16'),
      line('d', 'task', '02'),
    );
    const words = strip(all, 7, { ...calendar, week: [...calendar.week] });
    expect(words.map((d) => `${d.day.slice(8)} ${d.count}${d.free === null ? '' : ` free ${d.free}`}`)).toEqual([
      '11 1',
      '12 0 free Founders’ day',
      '13 0',
      '14 0 free ',
      '15 0 free ',
      '16 2',
      '17 0',
      '18 0',
    ]);
  });

  it('knows a holiday of every year and one of a single day', () => {
    const own = { ...calendar, week: [...calendar.week] };
    expect(freeOn('2027-03-12', own)).toBe('Founders’ day');
    expect(freeOn('2025-03-13', own)).toBe('Trip');
    expect(freeOn('2026-03-13', own)).toBeNull();
  });
});

describe('days', () => {
  it.each([
    ['2026-03-11T23:30:00Z', 'Europe/Berlin', '2026-03-12'],
    ['2026-03-11T23:30:00Z', 'UTC', '2026-03-11'],
    ['2026-03-11T03:00:00Z', 'America/New_York', '2026-03-10'],
    ['2026-03-11T00:00:00Z', 'America/New_York', '2026-03-11'],
    ['2026-03-11T23:59:59Z', 'Europe/Berlin', '2026-03-11'],
    ['2026-03-11T12:00:00Z', 'Nowhere/Land', '2026-03-11'],
  ])('%s in %s is %s', (at, zone, expected) => {
    expect(dayIn(at, zone)).toBe(expected);
  });

  it.each([
    ['2026-03-17', 'Tuesday'],
    ['2026-03-18', '18 Mar 2026'],
    ['2026-03-05', '6 days ago'],
    ['2026-03-04', '4 Mar 2026'],
  ])('%s is %s', (at, words) => {
    expect(dayWords(at, TODAY)).toBe(words);
  });
});
