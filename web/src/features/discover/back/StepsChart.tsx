import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { BackStep, WorkBackward } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import { type Column, DataTable } from '@/ui/DataTable';
import { count, exactPercent, percent, shortDays } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { stageColour, stageLetter } from '@/ui/stage';
import { useWidth } from '@/ui/useWidth';
import { shownName, stagePlace } from '../activity';
import css from './Back.module.css';
import { m } from './messages';
import { Shape, ShapeMark } from './Shape';

const ROW = 46;
const AXIS = 44;
const SIDE = 12;

/** The average steps of the deals, counted back from the close; of few deals as a table alone. */
export function StepsChart({ found }: { found: WorkBackward }) {
  const columns = columnsOf(found.little);
  if (found.little) {
    return (
      <Section title={m.backward.stepsFew} says={m.backward.stepsFewSays}>
        <DataTable
          columns={columns}
          rows={found.steps}
          rowId={idOf}
          label={m.backward.stepsFew}
          csv="steps-before-the-close.csv"
        />
      </Section>
    );
  }
  return (
    <ChartFrame
      title={m.backward.steps}
      says={`${m.backward.stepsSays} ${found.rare > 0 ? m.backward.rare(found.rare) : ''}`}
      columns={columns}
      rows={found.steps}
      rowId={idOf}
      file="steps-before-the-close"
    >
      <Bars found={found} />
    </ChartFrame>
  );
}

const idOf = (step: BackStep): string => step.activity;

function Bars({ found }: { found: WorkBackward }) {
  const { ref, width } = useWidth();
  const steps = found.steps.filter((s) => s.first_before.n > 0);
  const most = Math.max(1, ...steps.map((s) => s.first_before.q75 ?? 0));
  const scale = scaleLinear({ domain: [-most, 0], range: [SIDE, width - SIDE], nice: true });
  const height = steps.length * ROW;
  return (
    <div ref={ref}>
      <svg width={width} height={height + AXIS} role="img" aria-label={m.backward.steps}>
        <AxisBottom
          top={height}
          scale={scale}
          numTicks={Math.max(3, Math.floor(width / 110))}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          tickFormat={(v) => `${Math.abs(Number(v))}`}
          tickLabelProps={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          label={m.backward.axis}
          labelProps={{ fill: 'var(--ink-soft)', fontSize: 12, textAnchor: 'middle' }}
        />
        {steps.map((step, i) => (
          <Group key={step.activity} top={i * ROW}>
            <Bar step={step} x={(days) => scale(-days)} width={width} place={stagePlace(step.activity, found.stages)} />
          </Group>
        ))}
      </svg>
    </div>
  );
}

interface BarProps {
  step: BackStep;
  x: (daysBefore: number) => number;
  width: number;
  place: number;
}

function Bar({ step, x, width, place }: BarProps) {
  const { q25, median, q75, n } = step.first_before;
  if (typeof q25 !== 'number' || typeof median !== 'number' || typeof q75 !== 'number') return null;
  const isStage = step.kind === 'stage';
  const colour = isStage ? stageColour(place) : 'var(--accent)';
  const name = shownName(step.activity);
  const often = (step.times.median ?? 1) > 1 ? ` · ${m.backward.times(`${step.times.median ?? 1}`)}` : '';
  const [from, to] = [x(q75), x(q25)];
  return (
    <g>
      <title>{m.backward.bar(name, shortDays(q75), shortDays(median), shortDays(q25), n)}</title>
      {isStage ? (
        <text x={SIDE} y={17} fontSize={14} fontWeight={700} fill={colour}>
          {stageLetter(place)}
        </text>
      ) : (
        <Shape channel={step.channel} side={step.side} x={SIDE + 6} y={12} />
      )}
      <text x={SIDE + 18} y={17} fontSize={14} fill="var(--ink)">
        <tspan fontWeight={isStage ? 700 : 600}>{name}</tspan>
        <tspan dx={10} fill="var(--ink-soft)" fontSize={width > 560 ? 14 : 12}>
          {m.backward.in(step.deals, step.of, percent(step.share))}
          {width > 560 && often}
        </tspan>
      </text>
      <text x={width - SIDE} y={17} fontSize={14} fill="var(--ink)" textAnchor="end">
        {shortDays(median)}
      </text>
      <line x1={SIDE} x2={width - SIDE} y1={31} y2={31} stroke="var(--line)" />
      <rect x={from} y={26} width={Math.max(2, to - from)} height={10} rx={2} fill={colour} opacity={0.35} />
      <rect x={x(median) - 1.5} y={24} width={3} height={14} fill={colour} />
    </g>
  );
}

/** With quartiles, or for few deals with counts alone. */
function columnsOf(little: boolean): Column<BackStep>[] {
  const inDays = (id: string, header: string, value: (s: BackStep) => number | null | undefined): Column<BackStep> => ({
    id,
    header,
    value,
    cell: (s) => shortDays(value(s)),
    align: 'right',
  });
  const name: Column<BackStep> = {
    id: 'step',
    header: m.backward.step,
    value: (s) => shownName(s.activity),
    cell: (s) => (
      <span className={css.step}>
        {s.kind === 'activity' && <ShapeMark channel={s.channel} side={s.side} />}
        {s.kind === 'stage' ? <b>{shownName(s.activity)}</b> : s.activity}
      </span>
    ),
    title: true,
  };
  const share: Column<BackStep> = {
    id: 'deals',
    header: m.backward.share,
    value: (s) => s.deals,
    cell: (s) => `${count(s.deals)} of ${count(s.of)}${little ? '' : ` · ${percent(s.share)}`}`,
    align: 'right',
  };
  const interval: Column<BackStep> = {
    id: 'interval',
    header: m.backward.interval,
    value: (s) => `${exactPercent(s.low)}–${exactPercent(s.high)}`,
    align: 'right',
  };
  const order: Column<BackStep> = {
    id: 'order',
    header: m.backward.order,
    value: (s) => s.after_previous,
    cell: (s) =>
      typeof s.with_previous === 'number' && s.with_previous > 0
        ? m.backward.ofBoth(s.after_previous ?? 0, s.with_previous)
        : '',
    align: 'right',
  };
  const sides: Column<BackStep> = {
    id: 'side',
    header: m.backward.side,
    value: (s) => `${count(s.by_prospect)} / ${count(s.by_rep)}`,
    align: 'right',
  };
  const times: Column<BackStep> = {
    id: 'times',
    header: m.backward.perDeal,
    value: (s) => s.times.median,
    align: 'right',
  };
  const first = inDays('first', m.backward.first, (s) => s.first_before.median);
  const last = inDays('last', m.backward.lastTime, (s) => s.last_before.median);
  if (little) return [name, share, first, last, times, sides];
  return [
    name,
    { id: 'stage', header: m.backward.stage, value: (s) => (s.stage ? shownName(s.stage) : '') },
    share,
    interval,
    inDays('q75', m.backward.q75, (s) => s.first_before.q75),
    first,
    inDays('q25', m.backward.q25, (s) => s.first_before.q25),
    last,
    times,
    {
      id: 'spread',
      header: m.backward.perQ,
      value: (s) => `${s.times.q25 ?? ''}–${s.times.q75 ?? ''}`,
      align: 'right',
    },
    sides,
    order,
  ];
}
