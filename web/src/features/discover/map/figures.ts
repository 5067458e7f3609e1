import type { ViewEdge } from '@/api';
import { count, NONE, shortSeconds } from '@/ui/format';
import { m } from './messages';

/** What the lines of the map tell, and what makes them thick. */
export const FIGURES = ['count', 'deals', 'most', 'median', 'quartiles', 'mean'] as const;
export type Figure = (typeof FIGURES)[number];

/** Whose moves are told. */
export type Side = 'all' | 'won' | 'lost' | 'difference';

const TIMES: readonly Figure[] = ['median', 'quartiles', 'mean'];

/** The number of a line: how often, how many, or seconds; none where it is not known. */
export function figure(edge: ViewEdge, of: Figure, side: Side): number | null {
  if (side === 'won' || side === 'lost') {
    const [times, deals, median] =
      side === 'won'
        ? [edge.won_count, edge.won_deals, edge.won_median_seconds]
        : [edge.lost_count, edge.lost_deals, edge.lost_median_seconds];
    if (TIMES.includes(of)) return median ?? null;
    return of === 'deals' ? deals : times;
  }
  switch (of) {
    case 'count':
      return edge.count;
    case 'deals':
      return edge.deals;
    case 'most':
      return edge.most;
    case 'mean':
      return edge.mean_seconds ?? null;
    default:
      return edge.median_seconds ?? null;
  }
}

/** How thick a line is, 1 to 7 px, by its figure against the largest. */
export function thickness(edge: ViewEdge, of: Figure, side: Side, most: number): number {
  if (side === 'difference') {
    return 1.25 + 6 * Math.min(1, Math.abs(edge.compared?.difference ?? 0) * 1.5);
  }
  return 1.25 + 5 * Math.sqrt((figure(edge, of, side) ?? 0) / Math.max(most, 1e-9));
}

const time = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '' : shortSeconds(seconds);

/** The two lines of a label: the figure itself, and a second one that belongs to it. */
export function label(edge: ViewEdge, of: Figure, side: Side): [string, string] {
  if (side === 'difference') return differenceLabel(edge);
  const own = figure(edge, of, side);
  const often = count(side === 'won' ? edge.won_count : side === 'lost' ? edge.lost_count : edge.count);
  if (!TIMES.includes(of)) {
    const shown = own === null ? NONE : of === 'most' ? m.timesMost(own) : count(own);
    return [shown, side === 'all' ? time(edge.median_seconds) : time(figure(edge, 'median', side))];
  }
  if (own === null) return [NONE, often];
  if (of === 'quartiles' && side === 'all') return [`${time(edge.q25_seconds)}–`, time(edge.q75_seconds)];
  return [time(own), often];
}

const whole = (share: number): string => `${Math.round(share * 100)}`;

/** Closed deals below which a share is no share yet. */
const FEW = 10;

function differenceLabel({ compared }: ViewEdge): [string, string] {
  if (!compared) return ['', ''];
  const { won, won_of, lost, lost_of, difference } = compared;
  if (Math.min(won_of, lost_of) < FEW) return [`${count(won)} : ${count(lost)}`, m.ofFew(won_of, lost_of)];
  const points = Math.round(difference * 100);
  return [
    points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0',
    `${whole(won / won_of)}:${whole(lost / lost_of)}\u00a0%`,
  ];
}

/** What colours a line: the side to which the data supports that it belongs. */
export function tone(edge: ViewEdge, side: Side): 'won' | 'lost' | 'pale' | 'plain' | 'reopens' {
  if (side === 'difference') {
    if (!edge.compared?.supported) return 'pale';
    return edge.compared.difference > 0 ? 'won' : 'lost';
  }
  if ((side === 'won' ? edge.won_count : side === 'lost' ? edge.lost_count : 1) === 0) return 'pale';
  return edge.reopens ? 'reopens' : 'plain';
}
