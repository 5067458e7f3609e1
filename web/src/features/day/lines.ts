import type { MyDay, ToDo, WorkCalendar } from '@/api';
import { addDays, dayIn, dayWords, longDay, weekdayOf } from '@/ui/days';
import { given } from '@/ui/given';
import { m } from './messages';

/** Lines under one heading. */
export interface LineGroup {
  /** `answer`, `lapsed`, `overdue`, `late`, or the day. */
  id: string;
  title: string;
  help: string | null;
  lines: ToDo[];
}

/** What tells a line from all others. */
export const lineKey = (line: ToDo): string => [line.kind, line.deal, line.stage_id, line.item].join('/');

/** Whether it is done on a day. */
const isPlanned = (line: ToDo): boolean => ['task', 'touch', 'commitment'].includes(line.kind) || isOfCustomer(line);

/** What is due for a customer after the sale. */
const isOfCustomer = ({ kind }: ToDo): boolean => kind === 'promise' || kind === 'review' || kind === 'renewal';

/** What is planned for a day that has not passed, with this day. */
const ahead = ({ to_do: all, zone }: MyDay): [day: string, line: ToDo][] =>
  all.flatMap((l) => (isPlanned(l) && !l.overdue && given(l.due) ? [[dayIn(l.due, zone), l]] : []));

const time = (line: ToDo): number => (given(line.due) ? Date.parse(line.due) : 0);
const over = (line: ToDo): number => (line.days ?? 0) - (line.target_days ?? 0);
const byTime = (a: ToDo, b: ToDo): number => time(a) - time(b) || a.name.localeCompare(b.name);

/** What is to be done under its headings: whom to answer, what has lapsed, what is overdue, day by day, what is late. */
export function grouped(day: MyDay): LineGroup[] {
  const { to_do: all, day: today } = day;
  const some = (id: 'answer' | 'decide' | 'customers' | 'lapsed' | 'overdue' | 'late', lines: ToDo[]): LineGroup => ({
    id,
    title: m.groups[id],
    help: m.groups[`${id}Help`],
    lines,
  });
  const of = (kind: ToDo['kind'], overdue: boolean) => all.filter((l) => l.kind === kind && l.overdue === overdue);
  const waits = all.filter((l) => l.kind === 'reply' || l.kind === 'objection');
  const days = new Map<string, ToDo[]>();
  for (const [on, line] of ahead(day).toSorted(([, a], [, b]) => byTime(a, b))) {
    days.set(on, [...(days.get(on) ?? []), line]);
  }
  const groups = [
    some('answer', waits.toSorted(byTime)),
    some('decide', all.filter((l) => l.kind === 'approval' || l.kind === 'handover').toSorted(byTime)),
    some('customers', all.filter((l) => isOfCustomer(l) && l.overdue).toSorted(byTime)),
    some('lapsed', of('commitment', true).toSorted(byTime)),
    some(
      'overdue',
      [...of('task', true), ...of('touch', true)].toSorted((a, b) => byTime(b, a)),
    ),
    ...[...days].map(([id, lines]) => ({ id, title: heading(id, today), help: null, lines })),
    some(
      'late',
      all.filter((l) => l.kind === 'late').toSorted((a, b) => over(b) - over(a)),
    ),
  ];
  return groups.filter((group) => group.lines.length > 0);
}

function heading(day: string, today: string): string {
  const words = dayWords(day, today);
  return words === 'today' || words === 'tomorrow' ? m.groups[words] : longDay(day);
}

/** When, in words: `since yesterday`, `was due 3 days ago`, `today`. Empty for what has no day. */
export function dueWords(line: ToDo, today: string, zone: string): string {
  if (!given(line.due)) return '';
  const day = dayWords(dayIn(line.due, zone), today);
  if (['reply', 'objection', 'approval', 'handover'].includes(line.kind)) return m.line.since(day);
  if (line.kind === 'renewal') return m.line.notice(day);
  if (line.overdue) return m.line.due(day);
  return line.kind === 'commitment' || line.kind === 'promise' ? m.line.by(day) : day;
}

/** A day of the week ahead. */
export interface StripDay {
  day: string;
  /** What is due on it. */
  count: number;
  /** Why nobody works: the holiday's name, or empty; none on a working day. */
  free: string | null;
}

/** Why nobody works on a day. */
export function freeOn(day: string, calendar: WorkCalendar): string | null {
  const holiday = calendar.holidays?.find(({ on }) => on === day || on === day.slice(5));
  if (holiday) return holiday.name;
  return calendar.week.includes(weekdayOf(day)) ? null : '';
}

/** Today and so many days ahead, each with what is due. */
export function strip(of: MyDay, length: number, calendar: WorkCalendar | null): StripDay[] {
  const days = ahead(of);
  return Array.from({ length: length + 1 }, (_, n) => {
    const day = addDays(of.day, n);
    return { day, count: days.filter(([on]) => on === day).length, free: calendar && freeOn(day, calendar) };
  });
}

const COUNTED = ['answer', 'decide', 'customers', 'lapsed', 'overdue', 'today', 'late'] as const;

/** All in one sentence: `2 wait for an answer, 3 tasks overdue, 4 for today.` */
export function inShort(groups: LineGroup[], today: string): string {
  const words = COUNTED.flatMap((name) => {
    const group = groups.find((g) => g.id === (name === 'today' ? today : name));
    return group ? [m.counts[name](group.lines.length)] : [];
  });
  return words.length === 0 ? '' : `${words.join(', ')}.`;
}
