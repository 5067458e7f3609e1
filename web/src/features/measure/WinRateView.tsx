import { useQuery } from '@tanstack/react-query';
import type { Step, WinRateGroup, WinRatePoint } from '@/api';
import { also, type Selection, selectionOf } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { EmptyState } from '@/ui/EmptyState';
import { count, money, percent, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { RangeBar } from '@/ui/RangeBar';
import { ChartSkeleton } from '@/ui/Skeletons';
import { Few, groupName, groupSelection } from './Groups';
import css from './Measure.module.css';
import { MeasureFiles } from './MeasureFiles';
import { m } from './messages';
import type { Params } from './params';
import { csvHref, winRateQuery } from './queries';
import { LITTLE } from './share';
import { stepName } from './steps';
import { type Line, WinRateChart } from './WinRateChart';

const FIRST = 6;

/** Win rate by date of closing, with its intervals. */
export function WinRateView({ params, currency }: { params: Params; currency: string }) {
  const rates = useQuery(winRateQuery(params.ask));
  return (
    <Loaded query={rates} skeleton={<ChartSkeleton height={320} />}>
      {({ groups, sentence, step }) => {
        const found = groups.filter((g) => g.points.some((p) => p.closed > 0));
        if (found.length === 0) return <EmptyState title={m.empty.filtered}>{m.empty.filteredSays}</EmptyState>;
        return (
          <>
            <Rates groups={found} sentence={sentence} step={step} params={params} currency={currency} />
            <p className={css.note}>{m.winRate.note}</p>
            <MeasureFiles csv={csvHref('win-rate', params.ask)} />
          </>
        );
      }}
    </Loaded>
  );
}

/** A row of the table behind the chart. */
interface Row {
  id: string;
  group: string;
  step: string;
  selection: Selection;
  point: WinRatePoint;
}

interface RatesProps {
  groups: WinRateGroup[];
  sentence: string;
  step: Step;
  params: Params;
  currency: string;
}

function Rates({ groups, sentence, step, params: { ask, by }, currency }: RatesProps) {
  const rowsOf = (g: WinRateGroup): Row[] =>
    g.points.map((point) => ({
      id: `${groupName(g.value)} ${point.from}`,
      group: groupName(g.value),
      step: stepName(point.from, step),
      selection: also(groupSelection(selectionOf({ ...ask }), by, g.value), within(point, ask)),
      point,
    }));
  const lines = groups.map((g): Line => {
    const rows = rowsOf(g);
    const closed = rows.reduce((sum, r) => sum + r.point.closed, 0);
    return {
      name: by === undefined ? '' : groupName(g.value),
      few: closed < LITTLE,
      closed,
      points: rows.map((r) => ({ ...r.point, name: r.step, deals: r.selection })),
    };
  });
  return (
    <Few items={lines} most={FIRST}>
      {(shown) => (
        <ChartFrame
          title={m.winRate.title}
          says={sentence}
          file="win-rate"
          columns={rateColumns(by !== undefined, currency)}
          rows={groups.flatMap(rowsOf)}
          rowId={(row) => row.id}
        >
          <WinRateChart lines={shown} />
        </ChartFrame>
      )}
    </Few>
  );
}

/** The deals closed in this step, and in the period where it begins or ends within the step. */
function within(point: WinRatePoint, { from, to }: { from?: string; to?: string }): Selection {
  const later = from !== undefined && Date.parse(from) > Date.parse(point.from) ? from : point.from;
  const earlier = to !== undefined && Date.parse(to) < Date.parse(point.to) ? to : point.to;
  return { outcome: ['won', 'lost'], closed_from: later, closed_to: earlier };
}

function rateColumns(grouped: boolean, currency: string): Column<Row>[] {
  return [
    ...(grouped
      ? [{ id: 'group', header: m.winRate.group, title: true, value: (row: Row) => row.group } satisfies Column<Row>]
      : []),
    {
      id: 'from',
      header: m.winRate.from,
      title: !grouped,
      value: (row) => row.point.from.slice(0, 10),
      cell: (row) => row.step,
    },
    {
      id: 'won',
      header: m.winRate.won,
      align: 'right',
      value: (row) => row.point.won,
      cell: ({ point, selection }) => <DealsLink to={{ ...selection, outcome: ['won'] }}>{count(point.won)}</DealsLink>,
    },
    {
      id: 'closed',
      header: m.winRate.closed,
      align: 'right',
      value: (row) => row.point.closed,
      cell: ({ point, selection }) => <DealsLink to={selection}>{count(point.closed)}</DealsLink>,
    },
    {
      id: 'rate',
      header: m.winRate.rate,
      align: 'right',
      value: (row) => row.point.rate,
      cell: ({ point }) =>
        point.closed < LITTLE ? `${count(point.won)} / ${count(point.closed)}` : percent(point.rate),
    },
    {
      id: 'range',
      header: m.winRate.range,
      sorts: false,
      width: '20%',
      value: (row) => row.point.low,
      cell: ({ point: p }) => <RangeBar value={p.rate} low={p.low} high={p.high} max={1} format={percent} />,
    },
    {
      id: 'value',
      header: m.winRate.value,
      align: 'right',
      value: (row) => row.point.won_minor / 100,
      cell: (row) => money(row.point.won_minor, currency),
    },
    {
      id: 'median',
      header: m.winRate.median,
      align: 'right',
      value: (row) => row.point.median_days,
      cell: (row) => shortDays(row.point.median_days),
    },
  ];
}
