import type { DashboardTile, MetricTile, TileShow, TileWidth, TimeSpan } from '@/api';
import { writeParams } from '@/app/selection';
import { addDays } from '@/ui/days';
import type { Ask } from '../metrics/queries';

export const SPANS: readonly TimeSpan[] = ['all', 'year', 'quarter', 'month', 'week'];
export const WIDTHS: readonly TileWidth[] = ['third', 'half', 'whole'];
export const SHOWS: readonly TileShow[] = ['figure', 'series', 'groups'];
/** Tiles of a dashboard at most. */
export const MOST = 24;

const LISTS: readonly string[] = ['field', 'outcome', 'stage', 'among', 'variant', 'stage_variant', 'by'];

/** What a tile asks of its metric on a dashboard of a span, as the API takes it. */
export function askOf({ params = {}, show }: MetricTile, span: TimeSpan): Ask {
  const one = Object.entries(params).flatMap(([name, values]) => {
    const value = LISTS.includes(name) ? values : values[0];
    return value === undefined ? [] : [[name, value] as const];
  });
  const ask: Ask = Object.fromEntries(one);
  if (ask.from === undefined && ask.to === undefined && ask.span === undefined && span !== 'all') ask.span = span;
  if (ask.from === undefined && ask.to === undefined && ask.span === undefined) delete ask.against;
  if (show === 'series') ask.step ??= 'month';
  return ask;
}

/** The address of the metric's page that shows the same. */
export function addressOf(ask: Ask): Record<string, unknown> {
  const { span, to, ...rest } = ask;
  return { ...rest, ...(span !== undefined && { period: span }), ...(to !== undefined && { to: addDays(to, -1) }) };
}

/** The tiles with one of them at another place: before the tile that stood at `to`. */
export function moved<T>(tiles: readonly T[], from: number, to: number): T[] {
  const rest = tiles.filter((_, at) => at !== from);
  const tile = tiles[from];
  if (tile === undefined) return [...tiles];
  rest.splice(to > from ? to - 1 : to, 0, tile);
  return rest;
}

/** A new tile of a metric. */
export const metricTile = (of: MetricTile, width?: TileWidth): DashboardTile => ({
  id: crypto.randomUUID(),
  width: width ?? (of.show === 'figure' ? 'third' : 'half'),
  of: { metric: of },
});

/** The metric that a tile is of; none of words. */
export const metricOf = ({ of }: DashboardTile): MetricTile | undefined => ('metric' in of ? of.metric : undefined);

/** What a tile of a metric is called before its metric is known; none of words. */
export function nameOf(tile: DashboardTile): string | undefined {
  const of = metricOf(tile);
  return of && (of.title === undefined || of.title === '' ? of.metric : of.title);
}

/** The same for a page of the manual: a fenced block of Markdown. */
export const inManual = (metric: string, show: TileShow, ask: Ask): string =>
  `\`\`\`metric\n${metric}${writeParams({ show, ...ask })}\n\`\`\`\n`;
