import type { Accuracy, HeldBack, Reliability } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { Figure, Figures } from '@/ui/Figure';
import { count, date, exactPercent, kept, money, monthOf, percent, shortMoney } from '@/ui/format';
import css from '../Measure.module.css';
import own from './Forecast.module.css';
import { IntervalChart } from './IntervalChart';
import { m } from './messages';
import { ReliabilityChart } from './ReliabilityChart';

/** How the forecast did at the beginnings of months, beside the weights of stages. */
export function HeldBackView({ held, currency }: { held: HeldBack; currency: string }) {
  const { skill } = held;
  return (
    <>
      <p className={own.words}>{kept(held.verdict)}</p>
      <Figures>
        <Figure
          label={m.past.brier}
          value={held.brier.toFixed(3)}
          basis={m.past.brierBasis(held.naive_brier.toFixed(3))}
        />
        <Figure label={m.past.skill} value={typeof skill === 'number' ? percent(skill) : m.past.skillNone} />
        <Figure
          label={m.past.won}
          value={held.forecast > 0 ? percent(held.won / held.forecast) : m.past.skillNone}
          basis={m.past.wonBasis(held.won, held.forecast, held.deals)}
        />
      </Figures>
      <div className={own.pair}>
        <ReliabilityFrame held={held} />
        <SumsFrame held={held} currency={currency} />
      </div>
      <p className={css.note}>{m.past.often}</p>
    </>
  );
}

type Row = Reliability & { which: string };

function ReliabilityFrame({ held }: { held: HeldBack }) {
  const named = (which: string, rows: Reliability[]): Row[] => rows.map((row) => ({ ...row, which }));
  const rows = [...named(m.reliability.ours, held.reliability), ...named(m.reliability.naive, held.naive_reliability)];
  const share = (id: 'forecast' | 'low' | 'high', header: string): Column<Row> => ({
    id,
    header,
    align: 'right',
    value: (row) => row[id],
    cell: (row) => exactPercent(row[id]),
  });
  const columns: Column<Row>[] = [
    { id: 'which', header: m.reliability.which, title: true, value: (row) => row.which },
    share('forecast', m.reliability.forecast),
    { id: 'n', header: m.reliability.n, align: 'right', value: (row) => row.n },
    { id: 'came', header: m.reliability.came, align: 'right', value: (row) => row.came },
    {
      id: 'share',
      header: m.reliability.share,
      align: 'right',
      value: (row) => row.came / row.n,
      cell: (row) => exactPercent(row.came / row.n),
    },
    share('low', m.reliability.low),
    share('high', m.reliability.high),
  ];
  return (
    <ChartFrame
      title={m.reliability.title}
      says={held.calibration}
      file="forecast-reliability"
      columns={columns}
      rows={rows}
      rowId={(row) => `${row.which} ${row.forecast}`}
    >
      <ReliabilityChart ours={held.reliability} naive={held.naive_reliability} />
    </ChartFrame>
  );
}

function SumsFrame({ held, currency }: { held: HeldBack; currency: string }) {
  const valued = held.in_value;
  const short = (n: number) => (valued ? shortMoney(n, currency) : count(n));
  const points = held.moments.map((a) => ({
    name: monthOf(a.at),
    value: valued ? a.forecast_minor : a.forecast,
    low: valued ? a.low_minor : a.forecast_low,
    high: valued ? a.high_minor : a.forecast_high,
    came: valued ? a.won_minor : a.won,
    other: valued ? a.naive_minor : a.naive_forecast,
    says: m.sums.point(date(a.at), short(valued ? a.forecast_minor : a.forecast), short(valued ? a.won_minor : a.won)),
  }));
  const told = (n: number) => (valued ? money(n, currency) : count(n));
  const figure = (id: string, header: string, of: (a: Accuracy) => number): Column<Accuracy> => ({
    id,
    header,
    align: 'right',
    value: of,
    cell: (a) => told(of(a)),
  });
  const columns: Column<Accuracy>[] = [
    { id: 'at', header: m.sums.at, title: true, value: (a) => a.at, cell: (a) => date(a.at) },
    { id: 'deals', header: m.sums.deals, align: 'right', value: (a) => a.deals },
    figure('forecast', m.sums.forecast, (a) => (valued ? a.forecast_minor : a.forecast)),
    figure('low', m.sums.low, (a) => (valued ? a.low_minor : a.forecast_low)),
    figure('high', m.sums.high, (a) => (valued ? a.high_minor : a.forecast_high)),
    figure('naive', m.sums.naive, (a) => (valued ? a.naive_minor : a.naive_forecast)),
    figure('won', m.sums.won, (a) => (valued ? a.won_minor : a.won)),
  ];
  return (
    <ChartFrame
      title={m.sums.title}
      says={held.sums}
      file="forecast-accuracy"
      columns={columns}
      rows={held.moments}
      rowId={(a) => a.at}
    >
      <IntervalChart
        title={m.sums.title}
        points={points}
        format={short}
        legend={{ value: m.sums.legend.forecast, came: m.sums.legend.won, other: m.sums.legend.naive }}
      />
    </ChartFrame>
  );
}
