import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { TimeToTarget } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { percent } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { useWidth } from '@/ui/useWidth';
import css from '../Chart.module.css';
import { stepBand, stepPath } from '../panels';
import { m } from './messages';
import own from './Ramp.module.css';

type Point = TimeToTarget['curve'][number];

/** How long it took; a curve where there are people enough. */
export function TimeToTargetView({ time }: { time: TimeToTarget }) {
  const share = (id: 'share' | 'low' | 'high', header: string): Column<Point> => ({
    id,
    header,
    align: 'right',
    value: (p) => p[id],
    cell: (p) => percent(p[id]),
  });
  const columns: Column<Point>[] = [
    { id: 'weeks', header: m.target.weeks, title: true, value: (p) => p.weeks, cell: (p) => m.target.n(p.weeks) },
    share('share', m.target.share),
    share('low', m.target.low),
    share('high', m.target.high),
    { id: 'at-risk', header: m.target.atRisk, align: 'right', value: (p) => p.at_risk },
  ];
  return (
    <Section title={m.target.title} says={m.target.says}>
      <p>{time.says}</p>
      {time.curve.length > 0 && (
        <ChartFrame
          title={m.target.chart}
          file="time-to-target"
          columns={columns}
          rows={time.curve}
          rowId={(p) => `${p.weeks}`}
          first={15}
        >
          <Curve time={time} />
        </ChartFrame>
      )}
    </Section>
  );
}

const MARGIN = { top: 16, right: 24, bottom: 48, left: 56 };
const HEIGHT = 260;

function Curve({ time: { curve, median_weeks: median } }: { time: TimeToTarget }) {
  const { ref, width } = useWidth();
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const longest = Math.max(1, curve.at(-1)?.weeks ?? 1);
  const x = scaleLinear<number>({ domain: [0, longest], range: [0, inner.width] });
  const y = scaleLinear<number>({ domain: [0, 1], range: [inner.height, 0] });
  return (
    <div ref={ref}>
      <svg width={width} height={HEIGHT} role="img" aria-label={m.target.chart}>
        <Group left={MARGIN.left} top={MARGIN.top}>
          {[0, 0.5, 1].map((share) => (
            <line key={share} className={css.grid} x1={0} x2={inner.width} y1={y(share)} y2={y(share)} />
          ))}
          <AxisLeft
            scale={y}
            tickValues={[0, 0.5, 1]}
            tickFormat={(v) => percent(v.valueOf())}
            axisClassName={css.axis ?? ''}
            hideTicks
            hideAxisLine
          />
          <AxisBottom
            scale={x}
            top={inner.height}
            numTicks={6}
            axisClassName={css.axis ?? ''}
            label={m.target.weeks}
            labelClassName={css.label ?? ''}
            labelOffset={12}
          />
          <path
            className={own.band}
            d={stepBand(
              curve.map((p) => ({ x: x(p.weeks), low: y(p.low), high: y(p.high) })),
              x(longest),
            )}
          />
          <path
            className={own.line}
            d={stepPath(
              curve.map((p) => ({ x: x(p.weeks), y: y(p.share) })),
              x(longest),
            )}
          />
          {typeof median === 'number' && (
            <>
              <line className={css.median} x1={x(median)} x2={x(median)} y1={y(0.5)} y2={y(0)} />
              <circle className={css.point} cx={x(median)} cy={y(0.5)} r={4} />
              <text className={css.value} x={x(median) + 8} y={y(0.5) - 8}>
                {m.target.n(median)}
              </text>
            </>
          )}
        </Group>
      </svg>
    </div>
  );
}
