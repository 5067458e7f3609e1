/** The stretches of time that a page offers without a calendar. */
export type Preset = 'all' | 'year' | 'quarter' | 'month' | 'custom';

export const PRESETS: readonly Preset[] = ['all', 'year', 'quarter', 'month', 'custom'];

const MONTHS: Record<Exclude<Preset, 'all' | 'custom'>, number> = { year: 12, quarter: 3, month: 1 };

/** What the address says of the period: a preset, or the first and the last day (`2017-03-01`), both in it. */
export interface PeriodChoice {
  preset: Preset;
  first?: string;
  last?: string;
}

/** A period as the API takes it: `from` is in it, `to` is not. */
export interface Period {
  from?: string;
  to?: string;
}

/** Reads the choice from the parameters of an address. */
export function periodOf(params: Record<string, unknown>): PeriodChoice {
  const first = dayOf(params.from);
  const last = dayOf(params.to);
  const preset = PRESETS.find((p) => p === params.period) ?? ((first ?? last) ? 'custom' : 'all');
  if (preset !== 'custom') return { preset };
  return { preset, ...(first && { first }), ...(last && { last }) };
}

const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;

/** Midnight (UTC) of a day, `days` later. */
export function midnight(day: string, days = 0): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().replace('.000Z', 'Z');
}

/** The day some months earlier; the last of the month where it has no such day. */
function monthsBefore(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const date = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const longest = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(date, longest));
  return at.toISOString().slice(0, 10);
}

/**
 * The period that is chosen. Those that count back end with the last day of the data, `asOf`; without data they are
 * all time.
 */
export function periodFrom(choice: PeriodChoice, asOf: string | null | undefined): Period {
  const { preset, first, last } = choice;
  if (preset === 'all') return {};
  if (preset === 'custom') {
    return { ...(first && { from: midnight(first) }), ...(last && { to: midnight(last, 1) }) };
  }
  if (!asOf) return {};
  const end = midnight(asOf.slice(0, 10), 1);
  return { from: midnight(monthsBefore(end.slice(0, 10), MONTHS[preset])), to: end };
}

/** Whether both ends are given and in the wrong order. */
export const isBackwards = ({ first, last }: PeriodChoice): boolean =>
  first !== undefined && last !== undefined && last < first;
