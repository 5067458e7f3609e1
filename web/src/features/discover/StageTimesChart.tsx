import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { StageTimes, Summary } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, shortDays } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { stageColour, stageLetter } from '@/ui/stage';
import { useWidth } from '@/ui/useWidth';
import { m } from './messages';

const ROW = 64;
const AXIS = 44;
const SIDE = 8;

const columns: Column<StageTimes>[] = [
  {
    id: 'stage',
    header: m.stages.stage,
    value: (s) => s.name,
    cell: (s) => <DealsLink to={{ visited: s.name }}>{s.name}</DealsLink>,
    title: true,
  },
  number('entered', m.stages.entered, (s) => s.entered),
  number('left', m.stages.left, (s) => s.left),
  number('open', m.stages.open, (s) => s.open),
  number('n', m.stages.n, (s) => s.days.n),
  inDays('q25', m.stages.q25, (s) => s.days.q25),
  inDays('median', m.stages.median, (s) => s.days.median),
  inDays('q75', m.stages.q75, (s) => s.days.q75),
  inDays('won', m.stages.wonMedian, (s) => s.won_days.median),
];

function number(id: string, header: string, value: (s: StageTimes) => number): Column<StageTimes> {
  return { id, header, value, cell: (s) => count(value(s)), align: 'right' };
}

function inDays(id: string, header: string, value: (s: StageTimes) => number | null | undefined): Column<StageTimes> {
  return { id, header, value, cell: (s) => shortDays(value(s)), align: 'right' };
}

/** Quartiles of the time in each stage, one scale for all. */
export function StageTimesChart({ stages }: { stages: StageTimes[] }) {
  if (stages.length === 0) return <Section title={m.stages.title} says={m.stages.empty} />;
  return (
    <ChartFrame
      title={m.stages.title}
      says={m.stages.says}
      columns={columns}
      rows={stages}
      rowId={(s) => s.name}
      file="time-in-stage"
      order={2}
    >
      <Bars stages={stages} />
    </ChartFrame>
  );
}

function Bars({ stages }: { stages: StageTimes[] }) {
  const { ref, width } = useWidth();
  const most = Math.max(1, ...stages.flatMap((s) => [s.days.q75 ?? 0, s.won_days.q75 ?? 0]));
  const scale = scaleLinear({ domain: [0, most], range: [SIDE, width - 16], nice: true });
  const height = stages.length * ROW;
  return (
    <div ref={ref}>
      <svg width={width} height={height + AXIS} role="img" aria-label={m.stages.title}>
        <AxisBottom
          top={height}
          scale={scale}
          numTicks={Math.max(3, Math.floor(width / 110))}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          tickLabelProps={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          label={m.stages.axis}
          labelProps={{ fill: 'var(--ink-soft)', fontSize: 12, textAnchor: 'middle' }}
        />
        {stages.map((stage, i) => (
          <Group key={stage.name} top={i * ROW}>
            <text x={SIDE} y={18} fontSize={14} fill="var(--ink)">
              <tspan fontWeight={700} fill={stageColour(i)}>
                {stageLetter(i)}
              </tspan>
              <tspan dx={8} fontWeight={600}>
                {stage.name}
              </tspan>
              <tspan dx={12} fill="var(--ink-soft)">
                {stage.days.n > 0
                  ? m.stages.row(shortDays(stage.days.median), stage.days.n)
                  : m.stages.none(stage.entered)}
              </tspan>
            </text>
            <Quartiles
              summary={stage.days}
              name={stage.name}
              scale={scale}
              y={28}
              height={14}
              colour={stageColour(i)}
            />
            <Quartiles
              summary={stage.won_days}
              name={`${stage.name}, won`}
              scale={scale}
              y={45}
              height={4}
              colour="var(--won)"
            />
          </Group>
        ))}
      </svg>
    </div>
  );
}

interface QuartilesProps {
  summary: Summary;
  name: string;
  scale: (days: number) => number;
  y: number;
  height: number;
  colour: string;
}

function Quartiles({ summary: { n, q25, median, q75 }, name, scale, y, height, colour }: QuartilesProps) {
  if (typeof q25 !== 'number' || typeof median !== 'number' || typeof q75 !== 'number') return null;
  const [from, middle, to] = [scale(q25), scale(median), scale(q75)];
  return (
    <g>
      <title>{m.stages.bar(name, shortDays(q25), shortDays(median), shortDays(q75), n)}</title>
      <rect x={from} y={y} width={Math.max(2, to - from)} height={height} rx={2} fill={colour} opacity={0.35} />
      <rect x={middle - 1.5} y={y - 2} width={3} height={height + 4} fill={colour} />
    </g>
  );
}
