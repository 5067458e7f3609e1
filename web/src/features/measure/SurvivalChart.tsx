import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { StageSurvival } from '@/api';
import { percent, shortDays } from '@/ui/format';
import { useWidth } from '@/ui/useWidth';
import css from './Chart.module.css';
import { m } from './messages';
import { panels, stepBand, stepPath } from './panels';
import { shownDays } from './shownDays';

/** One curve with its name. */
export interface Curve {
  name: string;
  colour: string;
  survival: StageSurvival;
}

const HEIGHT = 220;
const MARGIN = { top: 32, right: 20, bottom: 44, left: 48 };

/** Fewer dated visits than this make no curve. */
export const LITTLE = 5;

/** Survival curves as small charts on one scale of time, each with its band and its median. */
export function SurvivalChart({ curves }: { curves: Curve[] }) {
  const { ref, width } = useWidth();
  const layout = panels(curves.length, width, HEIGHT);
  const longest = Math.max(1, ...curves.map((c) => shownDays(c.survival.curve)));
  const x = scaleLinear<number>({ domain: [0, longest], range: [0, layout.each.width - MARGIN.left - MARGIN.right] });
  const y = scaleLinear<number>({ domain: [0, 1], range: [HEIGHT - MARGIN.top - MARGIN.bottom, 0] });
  return (
    <div ref={ref}>
      <svg width={layout.width} height={layout.height} role="img" aria-label={m.time.title}>
        {curves.map((curve, place) => {
          const { x: left, y: top } = layout.at(place);
          return (
            <Group key={curve.name} left={left + MARGIN.left} top={top + MARGIN.top}>
              <Panel curve={curve} x={x} y={y} />
            </Group>
          );
        })}
      </svg>
    </div>
  );
}

type Scale = ReturnType<typeof scaleLinear<number>>;

function Panel({ curve: { name, colour, survival }, x, y }: { curve: Curve; x: Scale; y: Scale }) {
  const end = x.range()[1] ?? 0;
  const foot = y(0);
  const longest = x.domain()[1] ?? 0;
  const points = [{ days: 0, share: 1, low: 1, high: 1 }, ...survival.curve.filter((p) => p.days <= longest)];
  const { median_days: median, visits } = survival;
  const last = x(Math.min(longest, survival.curve.at(-1)?.days ?? 0));
  const shown = visits >= LITTLE;
  return (
    <>
      <text className={css.name} y={-14}>
        {name}
      </text>
      <AxisLeft
        scale={y}
        tickValues={[0, 0.5, 1]}
        tickFormat={(v) => percent(v.valueOf())}
        axisClassName={css.axis ?? ''}
        hideTicks
        hideAxisLine
      />
      {[0.5, 1].map((share) => (
        <line key={share} className={css.grid} x1={0} x2={end} y1={y(share)} y2={y(share)} />
      ))}
      <AxisBottom
        scale={x}
        top={foot}
        numTicks={4}
        axisClassName={css.axis ?? ''}
        tickLength={4}
        label={`${m.time.axis} (${shown ? m.time.n(visits) : m.time.shortLittle(visits)})`}
        labelClassName={css.label ?? ''}
        labelOffset={10}
      />
      {shown && (
        <>
          <path
            d={stepBand(
              points.map((p) => ({ x: x(p.days), low: y(p.low), high: y(p.high) })),
              last,
            )}
            fill={colour}
            opacity={0.18}
          />
          <path
            d={stepPath(
              points.map((p) => ({ x: x(p.days), y: y(p.share) })),
              last,
            )}
            fill="none"
            stroke={colour}
            strokeWidth={2}
          />
          {median !== null && median !== undefined && (
            <>
              <line className={css.median} x1={x(median)} x2={x(median)} y1={y(0.5)} y2={foot} />
              <circle cx={x(median)} cy={y(0.5)} r={4} fill={colour} />
              <text className={css.value} x={x(median) + 8} y={y(0.5) - 8}>
                {shortDays(median)}
              </text>
            </>
          )}
        </>
      )}
    </>
  );
}
