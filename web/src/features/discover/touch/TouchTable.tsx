import { NativeSelect, SegmentedControl } from '@mantine/core';
import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { useState } from 'react';
import type { TouchCount, TouchRow, Touchpoints } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { count, exactPercent, percent } from '@/ui/format';
import { useWidth } from '@/ui/useWidth';
import { shownName } from '../activity';
import { Shape } from '../back/Shape';
import { LITTLE } from './few';
import { m } from './messages';
import { distinct, rowId, rowName } from './names';

type Metric = 'week' | 'deal' | 'any';

const METRICS: readonly Metric[] = ['week', 'deal', 'any'];
const ROW = 48;
const AXIS = 44;
const SIDE = 12;

const one = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const number = (n: number | null | undefined): string => (typeof n === 'number' ? one.format(n) : '–');

const valueOf = (of: TouchCount, metric: Metric): number | null | undefined =>
  metric === 'week' ? of.per_week : metric === 'deal' ? of.per_deal : of.any.share;

const shown = (of: TouchCount, metric: Metric): string =>
  metric === 'any' ? percent(of.any.share) : number(valueOf(of, metric));

/** Touchpoints by channel and side, of the whole deals or of one stage, won and lost side by side. */
export function TouchTable({ found }: { found: Touchpoints }) {
  const [stage, setStage] = useState('');
  const [metric, setMetric] = useState<Metric>('week');
  const options = found.stages.map((s, i) => ({
    value: `${i + 1}`,
    label: s.stage === '' ? m.table.before : shownName(s.stage),
  }));
  const rows = (stage === '' ? found.rows : found.stages[Number(stage) - 1]?.rows) ?? [];
  const all = rows.find((r) => !r.channel && !r.side);
  const few = (all?.won.any.of ?? 0) < LITTLE || (all?.lost.any.of ?? 0) < LITTLE;
  return (
    <ChartFrame
      title={m.table.title}
      says={few && all ? m.table.few(all.won.any.of, all.lost.any.of) : m.table.says}
      columns={columns}
      rows={rows}
      rowId={rowId}
      file="touchpoints"
      order={2}
      controls={
        <>
          <NativeSelect
            size="xs"
            aria-label={m.table.stage}
            value={stage}
            onChange={(event) => setStage(event.currentTarget.value)}
            data={[{ value: '', label: m.table.allStages }, ...options]}
          />
          <SegmentedControl
            size="xs"
            aria-label={m.table.metric}
            value={metric}
            onChange={(next) => setMetric(METRICS.find((k) => k === next) ?? 'week')}
            data={METRICS.map((value) => ({ value, label: m.table[value] }))}
          />
        </>
      }
    >
      {rows.length === 0 ? <p className="soft">{m.table.none}</p> : <Bars rows={distinct(rows)} metric={metric} />}
    </ChartFrame>
  );
}

function Bars({ rows, metric }: { rows: TouchRow[]; metric: Metric }) {
  const { ref, width } = useWidth();
  const values = rows.flatMap((r) => [valueOf(r.won, metric) ?? 0, valueOf(r.lost, metric) ?? 0]);
  const scale = scaleLinear({
    domain: [0, metric === 'any' ? 1 : Math.max(0.1, ...values)],
    range: [SIDE, width - SIDE - 72],
    nice: metric !== 'any',
  });
  const height = rows.length * ROW;
  return (
    <div ref={ref}>
      <svg width={width} height={height + AXIS} role="img" aria-label={m.table.title}>
        <AxisBottom
          top={height}
          scale={scale}
          numTicks={Math.max(3, Math.floor(width / 140))}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          tickFormat={(v) => (metric === 'any' ? percent(Number(v)) : number(Number(v)))}
          tickLabelProps={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          label={m.table.axis[metric]}
          labelProps={{ fill: 'var(--ink-soft)', fontSize: 12, textAnchor: 'middle' }}
        />
        {rows.map((row, i) => (
          <Group key={rowId(row)} top={i * ROW}>
            <title>{m.table.bar(rowName(row), shown(row.won, metric), shown(row.lost, metric))}</title>
            {row.channel && <Shape channel={row.channel} side={row.side ?? 'rep'} x={SIDE + 7} y={11} />}
            <text
              x={SIDE + (row.channel ? 20 : 0)}
              y={16}
              fontSize={14}
              fill="var(--ink)"
              fontWeight={row.side ? 400 : 600}
            >
              {rowName(row)}
            </text>
            <Bar of={row.won} metric={metric} scale={scale} y={23} mark="✓" colour="var(--won)" />
            <Bar of={row.lost} metric={metric} scale={scale} y={35} mark="✕" colour="var(--lost)" />
          </Group>
        ))}
      </svg>
    </div>
  );
}

interface BarProps {
  of: TouchCount;
  metric: Metric;
  scale: (value: number) => number;
  y: number;
  mark: string;
  colour: string;
}

function Bar({ of, metric, scale, y, mark, colour }: BarProps) {
  const value = valueOf(of, metric);
  if (typeof value !== 'number') return null;
  const to = scale(value);
  return (
    <g>
      <rect x={SIDE} y={y} width={Math.max(1, to - SIDE)} height={8} rx={1} fill={colour} opacity={0.75} />
      {metric === 'any' && typeof of.any.low === 'number' && typeof of.any.high === 'number' && (
        <line
          x1={scale(of.any.low)}
          x2={scale(of.any.high)}
          y1={y + 4}
          y2={y + 4}
          stroke="var(--ink)"
          strokeWidth={1.5}
        />
      )}
      <text
        x={(metric === 'any' ? scale(Math.max(value, of.any.high ?? 0)) : to) + 6}
        y={y + 8}
        fontSize={11}
        fill={colour}
      >
        {mark} {shown(of, metric)}
      </text>
    </g>
  );
}

type Word = 'won' | 'lost' | 'open';

const figures = (word: Word): Column<TouchRow>[] => [
  {
    id: `${word} week`,
    header: m.table.perWeek(m.table[word]),
    value: (r) => r[word].per_week,
    cell: (r) => number(r[word].per_week),
    align: 'right',
  },
  {
    id: `${word} deal`,
    header: m.table.perDeal(m.table[word]),
    value: (r) => r[word].per_deal,
    cell: (r) => number(r[word].per_deal),
    align: 'right',
  },
  {
    id: `${word} any`,
    header: m.table.anyOf(m.table[word]),
    value: (r) => r[word].any.share,
    cell: (r) => `${percent(r[word].any.share)} (${count(r[word].any.count)} of ${count(r[word].any.of)})`,
    align: 'right',
  },
  {
    id: `${word} interval`,
    header: m.table.interval(m.table[word]),
    value: (r) => `${exactPercent(r[word].any.low)}–${exactPercent(r[word].any.high)}`,
    align: 'right',
  },
];

const columns: Column<TouchRow>[] = [
  { id: 'what', header: m.table.what, value: rowName, title: true },
  ...figures('won'),
  ...figures('lost'),
  {
    id: 'open',
    header: m.table.number(m.table.open),
    value: (r) => r.open.touches,
    cell: (r) => count(r.open.touches),
    align: 'right',
  },
];
