import { useNavigate } from '@tanstack/react-router';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear, scalePoint } from '@visx/scale';
import type { WinRatePoint } from '@/api';
import { type Selection, writeParams } from '@/app/selection';
import { count, percent } from '@/ui/format';
import { useWidth } from '@/ui/useWidth';
import css from './Chart.module.css';
import { m } from './messages';
import { panels } from './panels';

/** The rates of one group over time. */
export interface Line {
  name: string;
  /** True where all its closed deals together are too few for a rate. */
  few: boolean;
  closed: number;
  points: (WinRatePoint & { name: string; deals: Selection })[];
}

const MARGIN = { top: 32, right: 16, bottom: 56, left: 48 };
/** Pixels that the name of a step needs on the axis. */
const TICK = 64;

/** Points with their intervals, one small chart a group on one scale. */
export function WinRateChart({ lines }: { lines: Line[] }) {
  const { ref, width } = useWidth();
  const height = lines.length > 1 ? 240 : 320;
  const layout = panels(lines.length, width, height, 400, 2);
  const inner = { width: layout.each.width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  return (
    <div ref={ref}>
      <svg width={layout.width} height={layout.height} role="group" aria-label={m.winRate.title}>
        {lines.map((line, place) => {
          const { x, y } = layout.at(place);
          return (
            <Group key={line.name} left={x + MARGIN.left} top={y + MARGIN.top}>
              <Panel line={line} {...inner} />
            </Group>
          );
        })}
      </svg>
    </div>
  );
}

function Panel({ line, width, height }: { line: Line; width: number; height: number }) {
  const navigate = useNavigate();
  const names = line.points.map((p) => p.name);
  const x = scalePoint<string>({ domain: names, range: [0, width], padding: 0.5 });
  const y = scaleLinear<number>({ domain: [0, 1], range: [height, 0] });
  const won = line.points.reduce((sum, p) => sum + p.won, 0);
  const all = line.closed === 0 ? undefined : won / line.closed;
  const every = Math.max(1, Math.ceil((names.length * TICK) / width));
  const open = (to: Selection) => void navigate({ href: `/deals${writeParams({ ...to })}` });
  return (
    <>
      <text className={css.name} y={-14}>
        {line.name}
      </text>
      <AxisLeft
        scale={y}
        tickValues={[0, 0.25, 0.5, 0.75, 1]}
        tickFormat={(v) => percent(v.valueOf())}
        axisClassName={css.axis ?? ''}
        hideTicks
        hideAxisLine
      />
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <line key={share} className={css.grid} x1={0} x2={width} y1={y(share)} y2={y(share)} />
      ))}
      <AxisBottom
        scale={x}
        top={height}
        tickValues={names.filter((_, i) => i % every === 0)}
        axisClassName={css.axis ?? ''}
        hideTicks
      />
      {line.few && (
        <text className={css.soft} x={8} y={height / 2}>
          {m.winRate.few(line.closed)}
        </text>
      )}
      {!line.few && all !== undefined && <line className={css.mean} x1={0} x2={width} y1={y(all)} y2={y(all)} />}
      {!line.few &&
        line.points.map((p, i) => {
          const at = x(p.name) ?? 0;
          if (typeof p.rate !== 'number' || typeof p.low !== 'number' || typeof p.high !== 'number') return null;
          const says = m.winRate.point(p.name, p.won, p.closed);
          return (
            <g key={p.name}>
              <line className={css.interval} x1={at} x2={at} y1={y(p.low)} y2={y(p.high)} />
              <rect
                className={css.hit}
                x={at - 12}
                width={24}
                height={height}
                role="link"
                tabIndex={0}
                aria-label={says}
                onClick={() => open(p.deals)}
                onKeyDown={(event) => event.key === 'Enter' && open(p.deals)}
              >
                <title>{says}</title>
              </rect>
              <circle className={css.point} cx={at} cy={y(p.rate)} r={5} pointerEvents="none" />
              {i % every === 0 && (
                <text className={css.label} x={at} y={height + 34} textAnchor="middle">
                  {count(p.closed)}
                </text>
              )}
            </g>
          );
        })}
    </>
  );
}
