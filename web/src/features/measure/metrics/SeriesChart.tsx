import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear, scalePoint } from '@visx/scale';
import type { MetricControl, MetricMark, MetricUnit, PointFigure, Step, TargetLine } from '@/api';
import { date } from '@/ui/format';
import { useWidth } from '@/ui/useWidth';
import chart from '../Chart.module.css';
import { stepName } from '../steps';
import { drawn, edgesOf, TargetEdges, TargetLegend } from '../targets/TargetEdges';
import css from './Metrics.module.css';
import { m } from './messages';
import type { Told } from './told';

interface Props {
  series: PointFigure[];
  control: MetricControl | null | undefined;
  marks: MetricMark[];
  unit: MetricUnit;
  step: Step;
  write: Told;
  /** Its height in pixels. */
  height?: number;
  /** Targets whose edges are drawn. */
  targets?: TargetLine[];
  /** Shows the deals of a step. */
  onOpen: (point: PointFigure) => void;
}

const MARGIN = { top: 28, right: 16, bottom: 44, left: 72 };
const HEIGHT = 300;
/** Pixels that the name of a step needs on the axis. */
const TICK = 72;
/** An interval that goes beyond so many times the greatest value does not stretch the scale. */
const STRETCH = 1.6;

/** Figures over time with their intervals, the limits of what they do by themselves, and what happened meanwhile. */
export function SeriesChart({
  series,
  control,
  marks,
  unit,
  step,
  write,
  height = HEIGHT,
  targets = [],
  onOpen,
}: Props) {
  const { ref, width } = useWidth();
  const inner = { width: Math.max(0, width - MARGIN.left - MARGIN.right), height: height - MARGIN.top - MARGIN.bottom };
  const names = series.map((p) => p.first);
  const x = scalePoint<string>({ domain: names, range: [0, inner.width], padding: 0.5 });
  const values = [
    ...series.flatMap((p) => (typeof p.figure.value === 'number' ? [p.figure.value] : [])),
    ...edgesOf(targets),
  ];
  const highest = Math.max(...values, 0);
  const highs = series.flatMap((p) => (typeof p.figure.high === 'number' ? [p.figure.high] : []));
  const top = unit === 'share' && highest <= 1 ? 1 : Math.min(Math.max(highest, ...highs), highest * STRETCH) || 1;
  const lowest = Math.min(0, ...values);
  const y = scaleLinear<number>({ domain: [lowest, top], range: [inner.height, 0], nice: true, clamp: true });
  const every = Math.max(1, Math.ceil((names.length * TICK) / Math.max(1, inner.width)));
  const placeOf = (from: string) => x(series.find((p) => p.from === from)?.first ?? '') ?? 0;
  const edges = drawn(targets, { series, ...inner, x: placeOf, y });
  const outside = new Set(control ? control.chart.outside.map((i) => control.at[i]) : []);
  return (
    <div ref={ref}>
      <svg width={width} height={height} role="group" aria-label={m.series.title}>
        <Group left={MARGIN.left} top={MARGIN.top}>
          {control && (
            <>
              <rect
                className={css.band}
                width={inner.width}
                y={y(control.chart.upper)}
                height={Math.max(0, y(Math.max(control.chart.lower, lowest)) - y(control.chart.upper))}
              />
              <line className={chart.mean} x2={inner.width} y1={y(control.chart.mean)} y2={y(control.chart.mean)} />
            </>
          )}
          <AxisLeft
            scale={y}
            numTicks={5}
            tickFormat={(v) => write(v.valueOf())}
            axisClassName={chart.axis ?? ''}
            hideTicks
            hideAxisLine
          />
          <AxisBottom
            scale={x}
            top={inner.height}
            tickValues={names.filter(
              (name, i) => i % every === 0 && (x(name) ?? 0) + TICK / 2 < inner.width + MARGIN.right,
            )}
            tickFormat={(from) => stepName(from, step)}
            axisClassName={chart.axis ?? ''}
            hideTicks
          />
          {marks.map((mark) => {
            const place = series.findIndex((p) => p.from <= mark.at && mark.at < p.to);
            if (place < 0) return null;
            const at = x(names[place] ?? '') ?? 0;
            return (
              <g key={`${mark.at} ${mark.says}`}>
                <line className={css.mark} x1={at} x2={at} y1={-8} y2={inner.height} />
                <text className={chart.label} x={at + 4} y={-10}>
                  {mark.says}
                  <title>{date(mark.at)}</title>
                </text>
              </g>
            );
          })}
          {series.map((point, place) => {
            const { value, low, high, n } = point.figure;
            if (typeof value !== 'number') return null;
            const at = x(point.first) ?? 0;
            const says = m.series.point(stepName(point.first, step), write(value), n);
            const look = outside.has(place) ? css.outside : point.finished ? chart.point : css.running;
            return (
              <g key={point.from}>
                {typeof low === 'number' && typeof high === 'number' && (
                  <line className={chart.interval} x1={at} x2={at} y1={y(low)} y2={y(high)} />
                )}
                <rect
                  className={chart.hit}
                  x={at - 12}
                  width={24}
                  height={inner.height}
                  role="button"
                  tabIndex={0}
                  aria-label={says}
                  onClick={() => onOpen(point)}
                  onKeyDown={(event) => event.key === 'Enter' && onOpen(point)}
                >
                  <title>{point.finished ? says : `${says} (${m.series.running})`}</title>
                </rect>
                <circle className={look} cx={at} cy={y(value)} r={5} pointerEvents="none" />
              </g>
            );
          })}
          <TargetEdges all={edges} width={inner.width} />
        </Group>
      </svg>
      <TargetLegend all={edges} />
    </div>
  );
}
