import type { WorkHoliday, WorkSettings, WorkWeekday } from '@/api';
import { m } from './messages';

/** From Monday. */
export const WEEK = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly WorkWeekday[];

/** What is wrong, by field: `zone`, `week`, `name.0`, `on.0`. */
export type Wrong = Record<string, string>;

/** Any leap year, so that every day of a year is one. */
const LEAP = 2000;

/** What is wrong with a holiday's day; none where nothing is. */
export function wrongDay(on: string): string | null {
  const parts = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(on.trim());
  if (!parts) return m.wrong.on;
  const [year, month, day] = [Number(parts[1] ?? LEAP), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? null : m.wrong.noDay;
}

/** What is wrong with the settings, at the field at fault. */
export function wrongIn({ zone, calendar }: WorkSettings): Wrong {
  const wrong: Wrong = {};
  if (zone === '') wrong.zone = m.wrong.zone;
  if (calendar.week.length === 0) wrong.week = m.wrong.week;
  calendar.holidays?.forEach((holiday, at) => {
    if (holiday.name.trim() === '') wrong[`name.${at}`] = m.wrong.name;
    const day = wrongDay(holiday.on);
    if (day !== null) wrong[`on.${at}`] = day;
  });
  return wrong;
}

/** What is sent: without blanks, the days of the week in their order, the holidays in the order of the year. */
export function tidy({ zone, calendar }: WorkSettings): WorkSettings {
  const trimmed = (calendar.holidays ?? []).map(({ name, on }): WorkHoliday => ({ name: name.trim(), on: on.trim() }));
  const holidays = trimmed.toSorted((a, b) => a.on.slice(-5).localeCompare(b.on.slice(-5)));
  return { zone, calendar: { week: WEEK.filter((day) => calendar.week.includes(day)), holidays } };
}

/** All time zones that the browser knows, UTC and the one that is set among them. */
export function zones(set: string): string[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set(['UTC', set, ...known])].filter((zone) => zone !== '');
}
