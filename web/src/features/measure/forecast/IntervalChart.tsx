import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear, scalePoint } from '@visx/scale';
import { useWidth } from '@/ui/useWidth';
import css from '../Chart.module.css';
import own from './Forecast.module.css';

/** A figure with its interval, and what is beside it. */
export interface Interval {
  name: string;
  value: number;
  low: number;
  high: number;
  /** What came. */
  came?: number;
  /** What another way would have said. */
  other?: number;
  says: string;
}

interface Props {
  title: string;
  points: Interval[];
  format: (value: number) => string;
  /** What the marks are; none where there is one kind. */
  legend?: { value: string; came: string; other: string };
}

const MARGIN = { top: 24, right: 16, bottom: 40, left: 64 };
const HEIGHT = 280;
/** Pixels that a name needs on the axis. */
const TICK = 76;
/** Points are written beside where there are no more than these. */
const LABELLED = 6;

/** Figures with their intervals, side by side on one scale from 0. */
export function IntervalChart({ title, points, format, legend }: Props) {
  const { ref, width } = useWidth();
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const most = Math.max(1e-9, ...points.flatMap((p) => [p.high, p.value, p.came ?? 0, p.other ?? 0]));
  const x = scalePoint<string>({ domain: points.map((p) => p.name), range: [0, inner.width], padding: 0.5 });
  const y = scaleLinear<number>({ domain: [0, most], range: [inner.height, 0], nice: 4 });
  const every = Math.max(1, Math.ceil((points.length * TICK) / inner.width));
  return (
    <div ref={ref}>
      {legend && (
        <p className={own.legend}>
          <span data-mark="value">{legend.value}</span>
          <span data-mark="came">{legend.came}</span>
          <span data-mark="other">{legend.other}</span>
        </p>
      )}
      <svg width={width} height={HEIGHT} role="img" aria-label={title}>
        <Group left={MARGIN.left} top={MARGIN.top}>
          {y.ticks(4).map((tick) => (
            <line key={tick} className={css.grid} x1={0} x2={inner.width} y1={y(tick)} y2={y(tick)} />
          ))}
          <AxisLeft
            scale={y}
            numTicks={4}
            tickFormat={(v) => format(v.valueOf())}
            axisClassName={css.axis ?? ''}
            hideTicks
            hideAxisLine
          />
          <AxisBottom
            scale={x}
            top={inner.height}
            tickValues={points.filter((_, i) => i % every === 0).map((p) => p.name)}
            axisClassName={css.axis ?? ''}
            hideTicks
          />
          {points.map((p, i) => {
            const at = x(p.name) ?? 0;
            return (
              <g key={p.name}>
                <title>{p.says}</title>
                <line className={css.interval} x1={at} x2={at} y1={y(p.low)} y2={y(p.high)} />
                {p.other !== undefined && (
                  <line className={own.other} x1={at - 9} x2={at + 9} y1={y(p.other)} y2={y(p.other)} />
                )}
                <circle className={css.point} cx={at} cy={y(p.value)} r={5} />
                {p.came !== undefined && <path className={own.came} d={`M${at - 6},${y(p.came)}l6,-6l6,6l-6,6Z`} />}
                {points.length <= LABELLED && i % every === 0 && (
                  <text className={css.value} x={at} y={y(p.high) - 8} textAnchor="middle">
                    {format(p.value)}
                  </text>
                )}
              </g>
            );
          })}
        </Group>
      </svg>
    </div>
  );
}
