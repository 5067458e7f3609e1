import { date } from './format';

const DAY = 86_400_000;

/** Days of the week as the API names them, as `Date` counts them. */
const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEK)[number];

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const shortWeekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const zones = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const known = zones.get(zone);
  if (known) return known;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: zone });
  } catch {
    format = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: 'UTC' });
  }
  zones.set(zone, format);
  return format;
}

/** The day of a moment in a time zone, `2026-03-11`; of a bare day, which stands at its start or end in UTC, that day. */
export function dayIn(at: string, zone: string): string {
  if (/T(00:00:00|23:59:59)(\.0+)?Z$/.test(at)) return at.slice(0, 10);
  const parts = Object.fromEntries(
    zoneFormat(zone)
      .formatToParts(new Date(at))
      .map((p) => [p.type, p.value]),
  );
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
}

/** So many days after a day. */
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * DAY).toISOString().slice(0, 10);

/** Days from one day to another. */
export const daysTo = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** `monday`. */
export const weekdayOf = (day: string): Weekday => WEEK[new Date(day).getUTCDay()] ?? 'monday';

/** `Mon`. */
export const shortWeekdayOf = (day: string): string => shortWeekday.format(new Date(day));

/** A day as people say it who are at `today`: `yesterday`, `3 days ago`, `Thursday`, `12 Apr 2026`. */
export function dayWords(day: string, today: string): string {
  const away = daysTo(today, day);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  if (away > 1 && away < 7) return weekday.format(new Date(day));
  if (away < 0 && away > -7) return `${-away} days ago`;
  return date(day);
}

/** `Thursday 3 Dec 2026`. */
export const longDay = (day: string): string => `${weekday.format(new Date(day))} ${date(day)}`;
