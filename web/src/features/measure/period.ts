import type { TimeSpan } from '@/api';
import { addDays } from '@/ui/days';

/** The stretches of time that a page offers without a calendar. */
export type Preset = 'all' | 'year' | 'quarter' | 'month' | 'custom';

export const PRESETS: readonly Preset[] = ['all', 'year', 'quarter', 'month', 'custom'];

/** What the address says of the period: a preset, or the first and the last day (`2017-03-01`), both in it. */
export interface PeriodChoice {
  preset: Preset;
  first?: string;
  last?: string;
}

/** A period as the API takes it: a span back from the last day of the data, or days: `from` is in it, `to` is not. */
export interface Period {
  from?: string;
  to?: string;
  span?: TimeSpan;
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

/** The period that is chosen. */
export function periodFrom({ preset, first, last }: PeriodChoice): Period {
  if (preset === 'all') return {};
  if (preset === 'custom') return { ...(first && { from: first }), ...(last && { to: addDays(last, 1) }) };
  return { span: preset };
}

/** Whether it begins and ends, so that another one can be set beside it. */
export const isBounded = ({ from, to, span }: Period): boolean =>
  span !== undefined || (from !== undefined && to !== undefined);

/** Whether both ends are given and in the wrong order. */
export const isBackwards = ({ first, last }: PeriodChoice): boolean =>
  first !== undefined && last !== undefined && last < first;
