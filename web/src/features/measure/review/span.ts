import type { Period } from '../period';

/** Which days are looked at. */
export type Span = 'week' | 'month' | 'data';

export const SPANS: readonly Span[] = ['week', 'month', 'data'];

const DAY = 86_400_000;

/** The days of a span that ends now, to the minute so that a page asks once; those up to the end of the data. */
export function daysOf(span: Span, now: number, asOf: string | null | undefined): Period {
  const minute = Math.ceil(now / 60_000) * 60_000;
  const end = span === 'data' && asOf ? new Date(asOf).getTime() + 1000 : minute;
  const days = span === 'month' ? 28 : 7;
  return { from: new Date(end - days * DAY).toISOString(), to: new Date(end).toISOString() };
}
