import type { PointFigure, TargetLine } from '@/api';
import { kept } from '@/ui/format';
import css from './Targets.module.css';
import { m } from './messages';

interface Props {
  targets: TargetLine[];
  series: PointFigure[];
  width: number;
  x: (from: string) => number;
  y: (value: number) => number;
}

/** The edges of targets in the chart of their metric, each with its name. */
export function TargetEdges({ targets, series, width, x, y }: Props) {
  return targets.map(({ id, target, history }) => {
    const edges =
      'between' in target.band
        ? [target.band.between.at_least, target.band.between.at_most].map((edge) =>
            typeof edge === 'number' ? [`M0,${y(edge)}`, `L${width},${y(edge)}`] : [],
          )
        : (['low', 'high'] as const).map((side) => {
            const known = history.steps.filter((step) => series.some((point) => point.from === step.from));
            return known.flatMap((step, place) => {
              const edge = step[side];
              return typeof edge === 'number' ? [`${place === 0 ? 'M' : 'L'}${x(step.from)},${y(edge)}`] : [];
            });
          });
    const drawn = edges.filter((path) => path.length > 0);
    const [first] = drawn;
    if (!first) return null;
    const top = Math.min(...drawn.map((path) => Number(path.at(-1)?.split(',')[1])));
    return (
      <g key={id}>
        {drawn.map((path) => (
          <path key={path[0]} className={css.edge} d={path.join('').replace(/^L/, 'M')} />
        ))}
        <text className={css.edgeLabel} x={width} y={top - 4} textAnchor="end">
          {m.label(target.name, kept(history.asks))}
        </text>
      </g>
    );
  });
}

/** Edges that a chart has to have room for. */
export const edgesOf = (targets: TargetLine[]): number[] =>
  targets.flatMap(({ target: { band } }) =>
    'between' in band
      ? [band.between.at_least, band.between.at_most].filter((edge): edge is number => typeof edge === 'number')
      : [],
  );
