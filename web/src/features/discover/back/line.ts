import type { LookBackDeal, Mark } from '@/api';
import { shownName } from '../activity';

export type Align = 'start' | 'close';

/** A step of a deal: what happened, when, and how long after the step before. */
export interface Step {
  activity: string;
  mark: Mark;
  day: number;
  /** Days since the step before; null for the first. */
  since: number | null;
  before: string | null;
}

/** Gaps of more days than this can be shortened. */
export const LONG = 14;

/** Days that a shortened gap is drawn as. */
export const SHORT = 4;

/** The steps of a deal in order, stages and closings among them. */
export function stepsOf(deal: LookBackDeal): Step[] {
  return deal.marks.map((mark, i) => {
    const before = deal.marks[i - 1];
    return {
      activity: shownName(mark.activity),
      mark,
      day: mark.day,
      since: before ? mark.day - before.day : null,
      before: before ? shownName(before.activity) : null,
    };
  });
}

/** The last day of a deal's line: its close, or its last mark. */
export const lastDay = (deal: LookBackDeal): number =>
  Math.max(0, deal.close_day ?? 0, ...deal.marks.map((mark) => mark.day));

/** Where the close stands, in days of the deal. */
export const closeDay = (deal: LookBackDeal): number => deal.close_day ?? deal.days ?? lastDay(deal);

/** A gap between two steps that was drawn shorter than it is. */
export interface Cut {
  from: number;
  to: number;
}

/** The gaps of a deal that are longer than `long` days. */
export function cutsOf(deal: LookBackDeal, long: number = LONG): Cut[] {
  const days = [...new Set([0, ...deal.marks.map((mark) => mark.day), closeDay(deal)])].sort((a, b) => a - b);
  return days.flatMap((day, i) => {
    const from = days[i - 1];
    return from !== undefined && day - from > long ? [{ from, to: day }] : [];
  });
}

/** Days as they are drawn where the cuts are shortened. */
export function drawnDay(day: number, cuts: readonly Cut[]): number {
  return cuts.reduce((drawn, { from, to }) => {
    if (day <= from) return drawn;
    const inside = Math.min(day, to) - from;
    return drawn - inside + (inside / (to - from)) * SHORT;
  }, day);
}

/** A deal laid out on a line. */
export interface Laid {
  deal: LookBackDeal;
  /** Place of a day on the common axis: 0 is the start, or the close. */
  at: (day: number) => number;
  cuts: Cut[];
}

/** The deals on one common axis, and the axis's ends. */
export function layOut(
  deals: LookBackDeal[],
  align: Align,
  short: boolean,
): { laid: Laid[]; from: number; to: number } {
  const laid = deals.map((deal): Laid => {
    const cuts = short ? cutsOf(deal) : [];
    const zero = align === 'start' ? 0 : drawnDay(closeDay(deal), cuts);
    return { deal, cuts, at: (day) => drawnDay(day, cuts) - zero };
  });
  const ends = laid.flatMap(({ deal, at }) => [at(0), at(lastDay(deal))]);
  const [from, to] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return { laid, from, to: to > from ? to : from + 1 };
}

/** What a deal is called: its name, else its account, else its key. */
export const titleOf = (deal: LookBackDeal): string =>
  deal.name === deal.key ? (deal.account ?? deal.key) : deal.name;
