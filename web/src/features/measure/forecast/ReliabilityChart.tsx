import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { Reliability } from '@/api';
import { percent } from '@/ui/format';
import { useWidth } from '@/ui/useWidth';
import css from '../Chart.module.css';
import own from './Forecast.module.css';
import { m } from './messages';

const MARGIN = { top: 12, right: 16, bottom: 48, left: 56 };
const HEIGHT = 316;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** What came by what was forecast, with intervals; on the diagonal as often as forecast. */
export function ReliabilityChart({ ours, naive }: { ours: Reliability[]; naive: Reliability[] }) {
  const { ref, width } = useWidth();
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const x = scaleLinear<number>({ domain: [0, 1], range: [0, inner.width] });
  const y = scaleLinear<number>({ domain: [0, 1], range: [inner.height, 0] });
  return (
    <div ref={ref}>
      <p className={own.legend}>
        <span data-mark="value">{m.reliability.ours}</span>
        <span data-mark="other">{m.reliability.naive}</span>
      </p>
      <svg width={width} height={HEIGHT} role="img" aria-label={m.reliability.title}>
        <Group left={MARGIN.left} top={MARGIN.top}>
          {TICKS.map((share) => (
            <line key={share} className={css.grid} x1={0} x2={inner.width} y1={y(share)} y2={y(share)} />
          ))}
          <AxisLeft
            scale={y}
            tickValues={TICKS}
            tickFormat={(v) => percent(v.valueOf())}
            axisClassName={css.axis ?? ''}
            hideTicks
            hideAxisLine
          />
          <AxisBottom
            scale={x}
            top={inner.height}
            tickValues={TICKS}
            tickFormat={(v) => percent(v.valueOf())}
            axisClassName={css.axis ?? ''}
            hideTicks
            label={m.reliability.x}
            labelClassName={css.label ?? ''}
            labelOffset={12}
          />
          <line className={css.mean} x1={x(0)} x2={x(1)} y1={y(0)} y2={y(1)} />
          <text className={css.label} x={x(1)} y={y(0.78)} textAnchor="end">
            {m.reliability.perfect}
          </text>
          {naive.map((bin) => (
            <line
              key={bin.forecast}
              className={own.other}
              x1={x(bin.forecast) - 7}
              x2={x(bin.forecast) + 7}
              y1={y(bin.came / bin.n)}
              y2={y(bin.came / bin.n)}
            />
          ))}
          {ours.map((bin) => (
            <g key={bin.forecast}>
              <title>{m.reliability.point(bin.forecast, bin.came, bin.n)}</title>
              <line
                className={css.interval}
                x1={x(bin.forecast)}
                x2={x(bin.forecast)}
                y1={y(bin.low)}
                y2={y(bin.high)}
              />
              <circle className={css.point} cx={x(bin.forecast)} cy={y(bin.came / bin.n)} r={5} />
            </g>
          ))}
        </Group>
      </svg>
    </div>
  );
}
