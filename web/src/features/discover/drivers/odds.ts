import type { Driver } from '@/api';
import type { DealSelection } from '@/api';
import type { Selection } from '@/app/selection';
import { given } from '@/ui/given';

/** Shortest and longest end of the scale; what counting plainly gives may lie beyond it. */
const LEAST = 4;
const MOST = 32;
/** Up to here the scale grows to hold what counting plainly gives. */
const PLAIN = 8;

/** The end of a log scale that is as long on both sides of 1 and holds the effects: 4, 8, 16 or 32. */
export function scaleEnd(drivers: readonly Pick<Driver, 'odds_ratio' | 'naive'>[]): number {
  const far = (x: number | null | undefined) => (given(x) && x > 0 ? Math.max(x, 1 / x) : 1);
  const reach = Math.max(
    LEAST,
    ...drivers.flatMap((d) => [Math.min(MOST, far(d.odds_ratio?.value)), Math.min(PLAIN, far(d.naive.odds_ratio))]),
  );
  return 2 ** Math.ceil(Math.log2(reach));
}

/** Place of an odds ratio on the scale, 0 to 1; what lies beyond is at its end. */
export function placeOf(odds: number, end: number): number {
  const place = (Math.log(odds) / Math.log(end) + 1) / 2;
  return Math.min(1, Math.max(0, Number.isFinite(place) ? place : 0.5));
}

/** `1.6`, `0.35`, `12`. */
export function oddsText(odds: number | null | undefined): string {
  if (!given(odds)) return '–';
  return odds >= 10 ? odds.toFixed(0) : odds.toPrecision(odds < 1 ? 2 : 3).replace(/\.?0+$/, '');
}

/** `0.004`, `< 0.001`. */
export function pText(p: number | null | undefined): string {
  if (!given(p)) return '–';
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(p < 0.01 ? 3 : 2)}`;
}

/** The deals of a selection as the server names them, in the words of an address. */
export function asChoice(selection: DealSelection | null | undefined): Selection | undefined {
  if (!given(selection)) return undefined;
  const fields = Object.entries(selection.fields ?? {}).flatMap(([name, values]) => values.map((v) => `${name}:${v}`));
  return {
    ...(fields.length > 0 ? { field: fields } : {}),
    ...(given(selection.visited) ? { visited: selection.visited } : {}),
    ...(selection.outcome && selection.outcome.length > 0 ? { outcome: selection.outcome } : {}),
  };
}
