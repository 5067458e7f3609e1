import { Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group as Place } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useState } from 'react';
import type { FeedbackStage, FeedbackTrendPoint } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { count, date } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { useWidth } from '@/ui/useWidth';
import chart from '../Chart.module.css';
import css from './Feedback.module.css';
import { keyOf, StageSelect } from './ItemList';
import { m } from './messages';
import { figuresQuery } from './queries';

const STEPS = ['week', 'month'] as const;

/** What came up and what was settled, over time; praise apart. */
export function Trend({ stages }: { stages: FeedbackStage[] }) {
  const [step, setStep] = useState<(typeof STEPS)[number]>('week');
  const [stage, setStage] = useState('');
  const at = stages.find((one) => keyOf(one) === stage);
  const query = useQuery(figuresQuery({ step, ...(at && { process: at.process, stage: at.stage }) }));
  return (
    <Loaded query={query}>
      {({ trend }) => (
        <ChartFrame
          title={m.trend.title}
          order={2}
          says={m.trend.says(trend.at(-1)?.open ?? 0)}
          columns={COLUMNS}
          rows={trend}
          rowId={(point) => point.from}
          file="feedback"
          controls={
            <Group gap="sm" align="flex-end">
              <SegmentedControl
                aria-label={m.trend.step}
                value={step}
                onChange={(next) => setStep(STEPS.find((one) => one === next) ?? step)}
                data={STEPS.map((value) => ({ value, label: m.trend.steps[value] }))}
              />
              <StageSelect stages={stages} value={stage} onChange={setStage} />
            </Group>
          }
        >
          <Picture points={trend} />
        </ChartFrame>
      )}
    </Loaded>
  );
}

const number = (id: 'opened' | 'closed' | 'open' | 'praise'): Column<FeedbackTrendPoint> => ({
  id,
  header: m.trend[id],
  align: 'right',
  value: (point) => point[id],
});

const COLUMNS: Column<FeedbackTrendPoint>[] = [
  {
    id: 'from',
    header: m.trend.from,
    title: true,
    value: (point) => point.from,
    cell: (point) => date(point.from),
  },
  number('opened'),
  number('closed'),
  number('open'),
  number('praise'),
];

const MARGIN = { top: 28, right: 96, bottom: 28, left: 32 };
const HEIGHT = 260;
const TICK = 84;

/** Above the line what came up, below it what was settled; a line for what is open; a dot for praise. */
function Picture({ points }: { points: FeedbackTrendPoint[] }) {
  const { ref, width } = useWidth();
  const inner = { width: Math.max(0, width - MARGIN.left - MARGIN.right), height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const up = Math.max(1, ...points.map((p) => Math.max(p.opened + p.praise, p.open)));
  const down = Math.max(1, ...points.map((p) => p.closed));
  const x = scaleBand<string>({
    domain: points.map((p) => p.from),
    range: [0, inner.width],
    paddingInner: 0.3,
    paddingOuter: 0.1,
  });
  const y = scaleLinear<number>({ domain: [-down, up], range: [inner.height, 0], nice: true });
  const every = Math.max(1, Math.ceil((points.length * TICK) / Math.max(1, inner.width)));
  const bar = Math.min(40, x.bandwidth());
  const middle = (point: FeedbackTrendPoint) => (x(point.from) ?? 0) + x.bandwidth() / 2;
  const last = points.at(-1);
  const whole = y.ticks(6).filter(Number.isInteger);
  const path = points.map((p, i) => `${i === 0 ? 'M' : 'L'}${middle(p)},${y(p.open)}`).join('');
  return (
    <div ref={ref}>
      <svg width={width} height={HEIGHT} role="img" aria-label={m.trend.title}>
        <Place left={MARGIN.left} top={MARGIN.top}>
          <AxisLeft
            scale={y}
            tickValues={whole}
            tickFormat={(v) => count(Math.abs(v.valueOf()))}
            axisClassName={chart.axis ?? ''}
            hideTicks
            hideAxisLine
          />
          {whole.map((n) => (
            <line key={n} className={n === 0 ? css.zero : chart.grid} x1={0} x2={inner.width} y1={y(n)} y2={y(n)} />
          ))}
          {points.map((p) => (
            <g key={p.from}>
              <title>{m.trend.bar(date(p.from), p.opened, p.closed, p.open, p.praise)}</title>
              <rect x={x(p.from) ?? 0} width={x.bandwidth()} height={inner.height} fill="transparent" />
              <rect
                className={css.came}
                x={middle(p) - bar / 2}
                width={bar}
                y={y(p.opened)}
                height={y(0) - y(p.opened)}
              />
              <rect className={css.settled} x={middle(p) - bar / 2} width={bar} y={y(0)} height={y(-p.closed) - y(0)} />
              {p.praise > 0 && (
                <rect
                  className={css.praised}
                  x={middle(p) - bar / 2}
                  width={bar}
                  y={y(p.opened + p.praise)}
                  height={y(p.opened) - y(p.opened + p.praise)}
                />
              )}
            </g>
          ))}
          <path className={css.open} d={path} />
          {last && <circle className={css.openEnd} cx={middle(last)} cy={y(last.open)} r={4} />}
          {last && (
            <>
              <text className={chart.label} x={inner.width + 8} y={y(last.open) + 4}>
                {count(last.open)} {m.states.open.toLowerCase()}
              </text>
              <text className={chart.label} x={0} y={-12}>
                ↑ {m.trend.opened}
                {points.some((p) => p.praise > 0) && `, ${m.trend.praise.toLowerCase()} ▨`}
              </text>
              <text className={chart.label} x={inner.width + 8} y={inner.height}>
                ↓ {m.trend.closed}
              </text>
            </>
          )}
          <AxisBottom
            scale={x}
            top={inner.height}
            tickValues={points.filter((_, i) => (points.length - 1 - i) % every === 0).map((p) => p.from)}
            tickFormat={(from) => date(from).replace(/ \d{4}$/, '')}
            axisClassName={chart.axis ?? ''}
            hideTicks
            hideAxisLine
          />
        </Place>
      </svg>
    </div>
  );
}
