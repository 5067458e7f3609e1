import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { RampPerson } from '@/api';
import { useWidth } from '@/ui/useWidth';
import css from '../Chart.module.css';
import { m } from './messages';
import own from './Ramp.module.css';
import type { Amounts } from './RampPage';

const MARGIN = { top: 20, right: 96, bottom: 48, left: 64 };
const HEIGHT = 320;

/** What somebody had won by the end of each week, before the band of those who began before. */
export function RampChart({ person, amounts }: { person: RampPerson; amounts: Amounts }) {
  const { ref, width } = useWidth();
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const { by_week, before } = person;
  const weeks = by_week.length;
  const most = Math.max(1, ...by_week, ...before.map((b) => b.high ?? b.median));
  const x = scaleLinear<number>({ domain: [0, weeks], range: [0, inner.width] });
  const y = scaleLinear<number>({ domain: [0, most], range: [inner.height, 0], nice: 4 });
  const path = (points: [number, number][]) =>
    [[0, 0] satisfies [number, number], ...points].map(([week, n], i) => `${i ? 'L' : 'M'}${x(week)},${y(n)}`).join('');
  const banded = before.flatMap(({ week, low, high }) =>
    typeof low === 'number' && typeof high === 'number' ? [{ week, low, high }] : [],
  );
  const band =
    path(banded.map((b) => [b.week, b.high])) +
    banded
      .toReversed()
      .map((b) => `L${x(b.week)},${y(b.low)}`)
      .join('');
  const last = by_week.at(-1) ?? 0;
  const end = before.at(-1);
  // the names at the ends of both lines keep apart
  const apart = end && Math.abs(y(end.median) - y(last)) < 16 ? (end.median > last ? -14 : 14) : 0;
  return (
    <div ref={ref}>
      <svg width={width} height={HEIGHT} role="img" aria-label={m.one.title(person.name)}>
        <Group left={MARGIN.left} top={MARGIN.top}>
          {y.ticks(4).map((tick) => (
            <line key={tick} className={css.grid} x1={0} x2={inner.width} y1={y(tick)} y2={y(tick)} />
          ))}
          {banded.length > 0 && <path className={own.band} d={`${band}Z`} />}
          <AxisLeft
            scale={y}
            numTicks={4}
            tickFormat={(v) => amounts.short(v.valueOf())}
            axisClassName={css.axis ?? ''}
            hideTicks
            hideAxisLine
          />
          <AxisBottom
            scale={x}
            top={inner.height}
            numTicks={Math.min(weeks, 8, Math.floor(inner.width / 40))}
            tickFormat={(v) => `${v.valueOf()}`}
            axisClassName={css.axis ?? ''}
            label={m.one.weeks}
            labelClassName={css.label ?? ''}
            labelOffset={12}
          />
          {end && (
            <>
              <path className={own.median} d={path(before.map((b) => [b.week, b.median]))} />
              <text className={css.label} x={x(end.week) + 8} y={y(end.median) + 4 + apart}>
                {m.one.theirs}
              </text>
            </>
          )}
          <path className={own.line} d={path(by_week.map((n, i) => [i + 1, n]))} />
          <circle className={css.point} cx={x(weeks)} cy={y(last)} r={4} />
          <text className={css.value} x={x(weeks) + 8} y={y(last) + 4}>
            {amounts.short(last)}
          </text>
        </Group>
      </svg>
    </div>
  );
}
