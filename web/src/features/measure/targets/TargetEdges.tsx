import type { PointFigure, TargetLine } from '@/api';
import { kept } from '@/ui/format';
import { haveRoom, LINE, spread } from './labels';
import css from './Targets.module.css';
import { m } from './messages';

interface Chart {
  series: PointFigure[];
  width: number;
  height: number;
  x: (from: string) => number;
  y: (value: number) => number;
}

/** A target as it is drawn in the chart of its metric. */
export interface Drawn {
  id: string;
  label: string;
  paths: string[];
  /** Where its upper edge ends. */
  y: number;
  /** The number that stands for its name, and where; none where the name itself has room. */
  mark: { n: number; y: number } | null;
}

/** The targets that a chart shows, with their names or, where these have no room, numbers. */
export function drawn(targets: TargetLine[], chart: Chart): Drawn[] {
  const all = targets.flatMap(({ id, target, history }) => {
    const edges = edgesIn(chart, target, history).filter((path) => path.length > 0);
    if (edges.length === 0) return [];
    const y = Math.min(...edges.map((path) => Number(path.at(-1)?.split(',')[1])));
    const paths = edges.map((path) => path.join('').replace(/^L/, 'M'));
    return [{ id, label: m.label(target.name, kept(history.asks)), paths, y, mark: null }];
  });
  if (haveRoom(all, chart.width)) return all;
  // numbered from above, so that the legend has the order of the chart
  const sorted = [...all].sort((a, b) => a.y - b.y);
  const wanted = sorted.map(({ y }) => y);
  const ys = spread(wanted, LINE, chart.height);
  return sorted.map((one, i) => ({ ...one, mark: { n: i + 1, y: ys[i] ?? one.y } }));
}

/** The points of each edge, as a path writes them. */
function edgesIn(
  { series, width, x, y }: Chart,
  target: TargetLine['target'],
  history: TargetLine['history'],
): string[][] {
  if ('between' in target.band) {
    const { at_least: low, at_most: high } = target.band.between;
    return [low, high].map((edge) => (typeof edge === 'number' ? [`M0,${y(edge)}`, `L${width},${y(edge)}`] : []));
  }
  const known = history.steps.filter((step) => series.some((point) => point.from === step.from));
  return (['low', 'high'] as const).map((side) =>
    known.flatMap((step, place) => {
      const edge = step[side];
      return typeof edge === 'number' ? [`${place === 0 ? 'M' : 'L'}${x(step.from)},${y(edge)}`] : [];
    }),
  );
}

/** The edges of targets in the chart of their metric, each with its name or its number. */
export function TargetEdges({ all, width }: { all: Drawn[]; width: number }) {
  return all.map(({ id, label, paths, y, mark }) => (
    <g key={id}>
      {paths.map((path) => (
        <path key={path} className={css.edge} d={path} />
      ))}
      {mark ? (
        <text className={css.edgeLabel} x={width + 3} y={mark.y} dominantBaseline="middle">
          {mark.n}
          <title>{label}</title>
        </text>
      ) : (
        <text className={css.edgeLabel} x={width} y={y - 4} textAnchor="end">
          {label}
        </text>
      )}
    </g>
  ));
}

/** What the numbers in the chart stand for; nothing where names stand there. */
export function TargetLegend({ all }: { all: Drawn[] }) {
  const numbered = all.flatMap(({ id, label, mark }) => (mark ? [{ id, label, n: mark.n }] : []));
  if (numbered.length === 0) return null;
  return (
    <ol className={css.legend} aria-label={m.legend}>
      {numbered.map(({ id, label, n }) => (
        <li key={id} value={n}>
          {label}
        </li>
      ))}
    </ol>
  );
}

/** Edges that a chart has to have room for. */
export const edgesOf = (targets: TargetLine[]): number[] =>
  targets.flatMap(({ target: { band } }) =>
    'between' in band
      ? [band.between.at_least, band.between.at_most].filter((edge): edge is number => typeof edge === 'number')
      : [],
  );
