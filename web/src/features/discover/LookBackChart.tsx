import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { useState } from 'react';
import type { LookBack, LookBackDeal, Mark } from '@/api';
import type { Selection } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { date, days, money, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { ChartSkeleton } from '@/ui/Skeletons';
import { stageColour } from '@/ui/stage';
import { useWidth } from '@/ui/useWidth';
import { shownName } from './activity';
import css from './LookBackChart.module.css';
import { m } from './messages';
import { lookBackQuery } from './queries';

type Align = 'start' | 'close';

const ROW = 44;
const AXIS = 44;
const SIDE = 12;

/** The last won deals on one line of time, with the whole duration of each. */
export function LookBackChart({ selection, currency }: { selection: Selection; currency: string }) {
  const [n, setN] = useState('10');
  const [align, setAlign] = useState<Align>('start');
  const query = useQuery(lookBackQuery(selection, Number(n)));
  const controls = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={m.back.align}
        value={align}
        onChange={(next) => setAlign(next === 'close' ? 'close' : 'start')}
        data={[
          { value: 'start', label: `${m.back.align} ${m.back.start}` },
          { value: 'close', label: m.back.close },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={m.back.last}
        value={n}
        onChange={setN}
        data={[{ value: '5', label: `${m.back.last} 5` }, '10', '25']}
      />
    </>
  );
  return (
    <Loaded query={query} skeleton={<ChartSkeleton height={10 * ROW + AXIS} />}>
      {(back) => (
        <ChartFrame
          title={m.back.title}
          says={
            back.deals.length > 0
              ? `${back.sentence} ${back.owners > 0 ? m.back.owners(back.owners) : ''}`
              : m.back.empty
          }
          columns={columnsOf(currency)}
          rows={back.deals}
          rowId={(d) => d.id}
          file="last-won-deals"
          order={2}
          controls={controls}
        >
          {back.deals.length > 0 && <Lines back={back} align={align} />}
        </ChartFrame>
      )}
    </Loaded>
  );
}

function columnsOf(currency: string): Column<LookBackDeal>[] {
  return [
    { id: 'name', header: m.back.deal, value: (d) => d.name, cell: (d) => <ToDeal deal={d} />, title: true },
    { id: 'account', header: m.back.account, value: (d) => d.account },
    { id: 'owner', header: m.back.owner, value: (d) => d.owner },
    { id: 'product', header: m.back.product, value: (d) => d.product },
    {
      id: 'value',
      header: m.back.value,
      value: (d) => d.value_minor,
      cell: (d) => money(d.value_minor, currency),
      align: 'right',
    },
    { id: 'created', header: m.back.created, value: (d) => d.created, cell: (d) => date(d.created) },
    { id: 'closed', header: m.back.closed, value: (d) => d.closed, cell: (d) => date(d.closed) },
    { id: 'days', header: m.back.days, value: (d) => d.days, cell: (d) => shortDays(d.days), align: 'right' },
  ];
}

const ToDeal = ({ deal }: { deal: LookBackDeal }) => (
  <Link to="/deals/$deal" params={{ deal: deal.id }} className="quiet-link">
    {titleOf(deal)}
  </Link>
);

const titleOf = (deal: LookBackDeal): string => (deal.name === deal.key ? (deal.account ?? deal.key) : deal.name);

function Lines({ back, align }: { back: LookBack; align: Align }) {
  const { ref, width } = useWidth();
  const longest = Math.max(1, back.longest_days);
  const scale = scaleLinear({
    domain: align === 'start' ? [0, longest] : [-longest, 0],
    range: [SIDE, width - SIDE],
  });
  const height = back.deals.length * ROW;
  const stages = [
    ...new Set(back.deals.flatMap((d) => d.marks.filter((k) => k.kind === 'stage').map((k) => k.activity))),
  ];
  return (
    <div ref={ref}>
      <svg width={width} height={height + AXIS} role="group" aria-label={m.back.title}>
        <AxisBottom
          top={height}
          scale={scale}
          numTicks={Math.max(3, Math.floor(width / 110))}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          tickFormat={(v) => `${Math.abs(Number(v))}`}
          tickLabelProps={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          label={align === 'start' ? m.back.axisStart : m.back.axisClose}
          labelProps={{ fill: 'var(--ink-soft)', fontSize: 12, textAnchor: 'middle' }}
        />
        {back.deals.map((deal, i) => (
          <Line
            key={deal.id}
            deal={deal}
            y={i * ROW}
            x={(day) => scale(align === 'start' ? day : day - (deal.days ?? 0))}
            width={width}
            stages={stages}
          />
        ))}
      </svg>
      {stages.length > 1 && (
        <ul className={css.key}>
          {stages.map((stage, i) => (
            <li key={stage}>
              <span style={{ background: stageColour(i) }} aria-hidden /> {shownName(stage)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface LineProps {
  deal: LookBackDeal;
  y: number;
  x: (day: number) => number;
  width: number;
  stages: string[];
}

function Line({ deal, y, x, width, stages }: LineProps) {
  const says = m.back.row(titleOf(deal), days(deal.days), date(deal.closed));
  const middle = y + 30;
  return (
    <Link to="/deals/$deal" params={{ deal: deal.id }} aria-label={says} className={css.row}>
      <title>{says}</title>
      <rect x={0} y={y} width={width} height={ROW} fill="transparent" />
      <text x={SIDE} y={y + 15} fontSize={14} fill="var(--ink)">
        <tspan fontWeight={600}>{titleOf(deal)}</tspan>
        {width > 560 && (
          <tspan dx={8} fill="var(--ink-soft)">
            {[deal.owner, deal.product].filter(Boolean).join(' · ')}
          </tspan>
        )}
      </text>
      <text x={width - SIDE} y={y + 15} fontSize={14} fill="var(--ink)" textAnchor="end">
        {shortDays(deal.days)}
      </text>
      <line
        x1={x(0)}
        x2={x(deal.days ?? 0)}
        y1={middle}
        y2={middle}
        stroke="var(--open)"
        strokeWidth={3}
        opacity={0.5}
      />
      {deal.marks.map((mark, i) => (
        <Dot key={i} mark={mark} x={x(mark.day)} y={middle} place={stages.indexOf(mark.activity)} />
      ))}
    </Link>
  );
}

/** Stages are filled, the buyer's acts squares, other acts hollow; the close is a check or a cross. */
function Dot({ mark, x, y, place }: { mark: Mark; x: number; y: number; place: number }) {
  const says = <title>{m.back.mark(shownName(mark.activity), shortDays(mark.day))}</title>;
  if (mark.kind === 'won' || mark.kind === 'lost') {
    const colour = mark.kind === 'won' ? 'var(--won)' : 'var(--lost)';
    return (
      <g>
        {says}
        <circle cx={x} cy={y} r={8} fill={colour} />
        <path
          d={mark.kind === 'won' ? `M${x - 4},${y}l3,3l5,-6` : `M${x - 3},${y - 3}l6,6m0,-6l-6,6`}
          stroke="var(--surface)"
          strokeWidth={2}
          fill="none"
        />
      </g>
    );
  }
  if (mark.kind === 'stage') {
    return (
      <circle cx={x} cy={y} r={6} fill={stageColour(place)}>
        {says}
      </circle>
    );
  }
  return mark.side === 'prospect' ? (
    <rect x={x - 3.5} y={y - 3.5} width={7} height={7} fill="var(--accent)">
      {says}
    </rect>
  ) : (
    <circle cx={x} cy={y} r={3} fill="var(--surface)" stroke="var(--ink-soft)" strokeWidth={1.5}>
      {says}
    </circle>
  );
}
