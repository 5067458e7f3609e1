import type { ContentUse, Endings, PlaybookUse, Proportion, Uses } from '@/api';

/** `[12, 18]`: 12 of 18, with bounds that are ten points away. */
const proportion = ([count, of]: readonly [number, number]): Proportion => {
  const share = of === 0 ? null : count / of;
  return share === null
    ? { count, of, share }
    : { count, of, share, low: Math.max(0, share - 0.1), high: Math.min(1, share + 0.1) };
};

/** Figures for tests: won of closed deals with it and without it, the gain ± 0.1 where there is one. */
export const endings = (
  had: readonly [number, number],
  not: readonly [number, number],
  gain?: number,
  supported = false,
): Endings => ({
  open: 1,
  with: proportion(had),
  without: proportion(not),
  gain: gain === undefined ? null : { value: gain, low: gain - 0.1, high: gain + 0.1 },
  p_adjusted: gain === undefined ? null : 0.2,
  supported,
});

export const uses = (times: number, last: string | null = null): Uses => ({ times, deals: times, last });

export const contentUse = (more: Partial<ContentUse> = {}): ContentUse => ({
  id: 'story',
  shared: uses(0),
  viewed: uses(0),
  endings: endings([0, 0], [40, 110]),
  ...more,
});

export const playbookUse = (more: Partial<PlaybookUse> = {}): PlaybookUse => ({
  closed: proportion([60, 200]),
  content: [],
  objections: [],
  other_content: [],
  other_objections: [],
  ...more,
});
