import type { Criterion, CriterionHistory, Effect, Proportion } from '@/api';
import { percent } from '@/ui/format';
import { given } from '@/ui/given';
import { m } from './messages';

/** Below this many deals a share says little, and the deals are counted instead. */
export const LITTLE = 20;

const bare = (share: number | null | undefined): string => percent(share).replace(/\s*%$/, '');

/** `94 % (92–96)`; nothing where there are too few to rate. */
export function rate({ of, share, low, high }: Proportion): string {
  if (of < LITTLE || !given(share)) return '';
  return m.history.share(percent(share), bare(low), bare(high));
}

/** `94 %`, or `3 of 5` where there are few. */
export const inShort = ({ count, of, share }: Proportion): string =>
  of < LITTLE ? m.history.had(count, of) : percent(share);

/** A difference of shares in points: `−7`, `12`. */
export const points = (difference: number | null | undefined): string =>
  given(difference) ? `${Math.round(difference * 100)}`.replace('-', '−') : '–';

/** A difference as the API says it: `−7 points (−20 to 9)`. */
export function difference({ value, low, high }: Effect): string {
  const bounds = given(low) && given(high) ? ` (${points(low)} to ${points(high)})` : '';
  return m.history.points(points(value)) + bounds;
}

/** Whether there is a share to be drawn. */
export const isCounted = ({ verdict, won, lost }: CriterionHistory): boolean =>
  verdict !== 'not-in-data' && won.of + lost.of > 0;

/** The criterion as it is taken from the suggestions: wished for, until somebody asks for it. */
export const wished = (criterion: Criterion): Criterion => ({ ...criterion, required: false });
