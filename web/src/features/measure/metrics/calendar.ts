import type { MetricControl, PointFigure } from '@/api';
import { addDays, daysTo } from '@/ui/days';
import type { Period } from '../period';
import type { Ask } from './queries';

/** Years that a calendar shows at most. */
export const MOST_YEARS = 3;
/** Shades of a calendar, from the least to the most. */
const SHADES = 5;

/** A day of a calendar. */
export interface CalendarDay {
  /** `2017-10-03`, where the team is. */
  day: string;
  point: PointFigure;
  /** Week of its year's block, from 0. */
  column: number;
  /** Day of the week, Monday is 0. */
  row: number;
  /** Whether it is outside of what the figure does by itself. */
  outside: boolean;
}

/** Figures by day, and the limits of what they do by themselves. */
interface Daily {
  series: PointFigure[];
  control?: MetricControl | null;
}

/** The days of a year, in weeks that begin on Monday. */
export interface CalendarYear {
  year: number;
  days: CalendarDay[];
  /** Where months begin that have days here: the week of their first day. */
  months: { month: number; column: number }[];
}

/** What is asked, of another time and of all together. */
export function askOf(ask: Ask, { from, to, span }: Period): Ask {
  const asked: Ask = { ...ask, step: 'day' };
  delete asked.by;
  delete asked.against;
  delete asked.from;
  delete asked.to;
  delete asked.span;
  return {
    ...asked,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(span !== undefined && { span }),
  };
}

/** Monday is 0, Sunday 6. */
export const weekdayOfDay = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

/** The time that a calendar shows: the one asked for, as far as the data goes, its last three years at most. */
export function calendarSpan({ from, to, span }: Period, asOf: string | null | undefined): Period & { cut: boolean } {
  if (span !== undefined) return { span, cut: false };
  const last = asOf ? addDays(asOf.slice(0, 10), 1) : undefined;
  const end = to !== undefined && (last === undefined || to < last) ? to : last;
  if (end === undefined) return { cut: false };
  const earliest = new Date(end);
  earliest.setUTCFullYear(earliest.getUTCFullYear() - MOST_YEARS);
  const bound = earliest.toISOString().slice(0, 10);
  const cut = from !== undefined && from < bound;
  const begin = from === undefined || cut ? bound : from;
  if (begin < end) return { from: begin, to: end, cut };
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }), cut: false };
}

/** Figures by day laid out in years of weeks. */
export function calendarOf({ series, control }: Daily): CalendarYear[] {
  const outside = new Set(control ? control.chart.outside.map((place) => control.at[place]) : []);
  const years: CalendarYear[] = [];
  for (const [place, point] of series.entries()) {
    const day = point.first;
    const year = Number(day.slice(0, 4));
    let block = years.at(-1);
    if (block?.year !== year) {
      block = { year, days: [], months: [] };
      years.push(block);
    }
    const first = block.days[0]?.day ?? day;
    const monday = addDays(first, -weekdayOfDay(first));
    const column = Math.floor(daysTo(monday, day) / 7);
    const month = Number(day.slice(5, 7));
    if (block.months.at(-1)?.month !== month) block.months.push({ month, column });
    block.days.push({ day, point, column, row: weekdayOfDay(day), outside: outside.has(place) });
  }
  return years;
}

/** Upper bounds of the shades: about as many days have each of them; days with nothing have none. */
export function shadesOf(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value !== 0).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const bounds = Array.from({ length: SHADES }, (_, i) => {
    const place = Math.ceil(((i + 1) * sorted.length) / SHADES) - 1;
    return sorted[Math.max(0, place)] ?? 0;
  });
  return [...new Set(bounds)];
}

/** The shade of a value, from 1; 0 where there is nothing. */
export function shadeOf(value: number | null | undefined, bounds: readonly number[]): number {
  if (typeof value !== 'number' || value === 0 || bounds.length === 0) return 0;
  const place = bounds.findIndex((bound) => value <= bound);
  const own = place < 0 ? bounds.length - 1 : place;
  return bounds.length === 1 ? SHADES : 1 + Math.round((own * (SHADES - 1)) / (bounds.length - 1));
}
