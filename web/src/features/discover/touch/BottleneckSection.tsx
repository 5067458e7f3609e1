import { useQuery } from '@tanstack/react-query';
import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { Bottleneck, Bottlenecks } from '@/api';
import type { Selection } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, days, percent, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { ChartSkeleton } from '@/ui/Skeletons';
import { stageColour, stageLetter } from '@/ui/stage';
import { useWidth } from '@/ui/useWidth';
import { shownName } from '../activity';
import { LITTLE } from './few';
import { m } from './messages';
import { bottlenecksQuery } from './queries';
import css from './Touch.module.css';

const ROW = 52;
const AXIS = 44;
const SIDE = 12;
/** Room for half of the axis's last word. */
const END = 24;

/** Won deals below which no what-if is drawn. */
const COMPARED = 20;

/** Where the time of won deals goes, and what a shorter stay would make of it. */
export function BottleneckSection({ selection }: { selection: Selection }) {
  const query = useQuery(bottlenecksQuery(selection));
  return (
    <Loaded query={query} skeleton={<ChartSkeleton height={320} />}>
      {(found) => {
        const stages = found.stages.filter((s) => s.deals > 0);
        if (stages.length === 0) return <Section title={m.waits.title} says={found.sentence} />;
        return (
          <ChartFrame
            title={m.waits.title}
            says={found.sentence}
            columns={columns}
            rows={found.stages}
            rowId={(s) => s.stage}
            file="bottlenecks"
            order={2}
          >
            <Bars found={found} stages={stages} />
            {found.notes.map((note) => (
              <p key={note} className={css.note}>
                {note}
              </p>
            ))}
          </ChartFrame>
        );
      }}
    </Loaded>
  );
}

function Bars({ found, stages }: { found: Bottlenecks; stages: Bottleneck[] }) {
  const { ref, width } = useWidth();
  const most = Math.max(0.01, ...stages.map((s) => s.share ?? 0));
  const scale = scaleLinear({ domain: [0, most], range: [SIDE, width - END], nice: true });
  const height = stages.length * ROW;
  return (
    <div ref={ref}>
      <svg width={width} height={height + AXIS} role="img" aria-label={m.waits.title}>
        <AxisBottom
          top={height}
          scale={scale}
          numTicks={Math.max(3, Math.floor(width / 140))}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          tickFormat={(v) => percent(Number(v))}
          tickLabelProps={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          label={m.waits.axis}
          labelProps={{ fill: 'var(--ink-soft)', fontSize: 12, textAnchor: 'middle' }}
        />
        {stages.map((stage, i) => (
          <Group key={stage.stage} top={i * ROW}>
            <Bar stage={stage} width={width} to={scale(stage.share ?? 0)} whatIf={found.won >= COMPARED} />
          </Group>
        ))}
      </svg>
    </div>
  );
}

interface BarProps {
  stage: Bottleneck;
  width: number;
  to: number;
  whatIf: boolean;
}

function Bar({ stage, width, to, whatIf }: BarProps) {
  const colour = stageColour(stage.place);
  const shorter = stage.shorter_days ?? 0;
  return (
    <g>
      <title>{`${m.waits.bar(shownName(stage.stage), days(stage.total_days), percent(stage.share))}. ${stage.sentence}`}</title>
      <text x={SIDE} y={18} fontSize={14} fill="var(--ink)">
        <tspan fontWeight={700} fill={colour}>
          {stageLetter(stage.place)}
        </tspan>
        <tspan dx={8} fontWeight={600}>
          {shownName(stage.stage)}
        </tspan>
        {width > 560 && (
          <tspan dx={12} fill="var(--ink-soft)">
            {stage.deals < LITTLE
              ? m.waits.rowFew(shortDays(stage.days.median), stage.deals)
              : m.waits.row(percent(stage.share), shortDays(stage.days.median), stage.deals)}
          </tspan>
        )}
      </text>
      {whatIf && shorter > 0 && stage.deals >= COMPARED && (
        <text x={width - SIDE} y={18} fontSize={width > 560 ? 14 : 12} fill="var(--ink)" textAnchor="end">
          {width > 560 ? m.waits.shorter(shortDays(shorter)) : `−${shortDays(shorter)}`}
        </text>
      )}
      <rect x={SIDE} y={26} width={Math.max(2, to - SIDE)} height={14} rx={2} fill={colour} opacity={0.6} />
    </g>
  );
}

const inDays = (
  id: string,
  header: string,
  value: (s: Bottleneck) => number | null | undefined,
): Column<Bottleneck> => ({
  id,
  header,
  value,
  cell: (s) => shortDays(value(s)),
  align: 'right',
});

const columns: Column<Bottleneck>[] = [
  {
    id: 'stage',
    header: m.waits.stage,
    value: (s) => shownName(s.stage),
    cell: (s) => <DealsLink to={{ visited: s.stage }}>{shownName(s.stage)}</DealsLink>,
    title: true,
  },
  inDays('total', m.waits.total, (s) => s.total_days),
  { id: 'share', header: m.waits.share, value: (s) => s.share, cell: (s) => percent(s.share), align: 'right' },
  { id: 'deals', header: m.waits.deals, value: (s) => s.deals, cell: (s) => count(s.deals), align: 'right' },
  inDays('q25', m.waits.q25, (s) => s.days.q25),
  inDays('median', m.waits.median, (s) => s.days.median),
  inDays('q75', m.waits.q75, (s) => s.days.q75),
  inDays('then', m.waits.then, (s) => s.median_days_then),
  inDays('shorter', m.waits.shorterColumn, (s) => s.shorter_days),
  inDays('waiting', m.waits.waiting, (s) => s.waiting.median),
  {
    id: 'interval',
    header: m.waits.interval,
    value: (s) => `${shortDays(s.waiting.low)}–${shortDays(s.waiting.high)}`,
    align: 'right',
  },
  {
    id: 'open',
    header: m.waits.open,
    value: (s) => s.waiting.open,
    cell: (s) => count(s.waiting.open),
    align: 'right',
  },
  {
    id: 'last',
    header: m.waits.last,
    value: (s) => s.for_prospect.share,
    cell: (s) => (s.for_prospect.of > 0 ? `${count(s.for_prospect.count)} of ${count(s.for_prospect.of)}` : ''),
    align: 'right',
  },
  inDays('them', m.waits.them, (s) => s.gap_days_prospect),
  inDays('us', m.waits.us, (s) => s.gap_days_us),
];
