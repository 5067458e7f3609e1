/** Numbers, money, time and dates as people read them. */
const LANGUAGE = 'en';

/** Day before month, so that no date can be read two ways. */
const DATES = 'en-GB';

const whole = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const one = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(DATES, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(DATES, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat(DATES, { dateStyle: 'medium', timeStyle: 'short' });

/** What stands where there is no figure. */
export const NONE = '–';

/** `6,711`. */
export const count = (n: number): string => whole.format(n);

/** `1 deal`, `6,711 deals`. */
export const deals = (n: number): string => plural(n, 'deal');

/** `1 row`, `3 rows`; `plural(2, 'day')`. */
export const plural = (n: number, word: string): string => `${count(n)} ${word}${n === 1 ? '' : 's'}`;

/** A fraction of 0 to 1 as `63 %`; one decimal below 10 %, and where asked for. */
export function percent(share: number | null | undefined, exact = false): string {
  if (share === null || share === undefined) return NONE;
  const value = share * 100;
  const format = exact ? tenth : value > 0 && value < 9.95 ? one : whole;
  return `${format.format(value)}\u00a0%`;
}

/** `63.2 %`, `64.0 %`. */
export const exactPercent = (share: number | null | undefined): string => percent(share, true);

/** A sentence of the server's whose figures stay on one line with their percent signs. */
export const kept = (text: string): string => text.replaceAll(' %', '\u00a0%');

/** Minor units in a major one, of every currency: so the API counts. */
export const MINOR = 100;

/** Amounts in a currency; where it is none, bare numbers. */
export function moneyFormat(
  currency: string,
  options: Intl.NumberFormatOptions,
  bare: Intl.NumberFormatOptions = options,
): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(LANGUAGE, { ...options, style: 'currency', currency });
  } catch {
    return new Intl.NumberFormat(LANGUAGE, bare);
  }
}

/** Minor units as `€10,005,534`; without a currency as a bare number. */
export function money(minor: number | null | undefined, currency: string): string {
  if (minor === null || minor === undefined) return NONE;
  const major = minor / MINOR;
  return moneyFormat(currency, { maximumFractionDigits: 0 }).format(major);
}

/** Minor units in short: `€10M`, `€4.2K`. */
export function shortMoney(minor: number | null | undefined, currency: string): string {
  if (minor === null || minor === undefined) return NONE;
  const major = minor / MINOR;
  return moneyFormat(currency, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(
    major,
  );
}

/** Major units: `€1,054`. */
export const majorMoney = (major: number | null | undefined, currency: string): string =>
  major === null || major === undefined ? NONE : moneyFormat(currency, { maximumFractionDigits: 0 }).format(major);

/** Days as `57 days`, `2.5 days`, `1 day`, `3 hours`, `20 min`. */
export function days(n: number | null | undefined): string {
  if (n === null || n === undefined) return NONE;
  if (n === 0) return '0 days';
  if (n < 1 / 24) return `${whole.format(Math.max(1, Math.round(n * 1440)))} min`;
  if (n < 1) return unit(n * 24, 'hour');
  return unit(n, 'day');
}

function unit(n: number, word: string): string {
  const text = (n < 10 ? one : whole).format(n);
  return `${text} ${word}${text === '1' ? '' : 's'}`;
}

/** Days in short, for tables and maps: `57 d`, `3 h`. */
export function shortDays(n: number | null | undefined): string {
  if (n === null || n === undefined) return NONE;
  if (n === 0) return '0\u00a0d';
  if (n < 1 / 24) return `${whole.format(Math.max(1, Math.round(n * 1440)))}\u00a0min`;
  if (n < 1) return `${one.format(n * 24)}\u00a0h`;
  return `${(n < 10 ? one : whole).format(n)}\u00a0d`;
}

/** Seconds as days in short. */
export const shortSeconds = (seconds: number): string => shortDays(seconds / 86_400);

/** `31 Mar 2026` of an RFC 3339 time, in UTC as stored. */
export const date = (at: string | null | undefined): string => (at ? day.format(new Date(at)) : NONE);

/** `Mar 2026`. */
export const monthOf = (at: string): string => month.format(new Date(at));

/** Date and time in the reader's own zone. */
export const moment = (at: string | null | undefined): string => (at ? minute.format(new Date(at)) : NONE);

const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
const UNITS = [
  ['year', 365.25],
  ['month', 30.4],
  ['day', 1],
  ['hour', 1 / 24],
  ['minute', 1 / 1440],
] as const;

/** How long before `now` a moment is: `3 days ago`, `yesterday`, `in 2 hours`. */
export function ago(at: string, now: number = Date.now()): string {
  const away = (Date.parse(at) - now) / 86_400_000;
  const [unit, length] = UNITS.find(([, n]) => Math.abs(away) >= n) ?? ['minute', 1 / 1440];
  return relative.format(Math.trunc(away / length), unit);
}

/** Whether a source gave a day and no time of day: then it stands at the beginning of that day. */
export const isDayOnly = (at: string): boolean => /T00:00:00(\.0+)?Z$/.test(at);

/** Bytes as `1.2 MB`. */
export function bytes(n: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = n;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${one.format(value)} ${units[at] ?? ''}`;
}
