import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExpectedOf, Forecast, ForecastDeal, StageShare } from '@/api';
import { byField } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, days, money, percent, shortMoney } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { RangeBar } from '@/ui/RangeBar';
import { m } from './messages';
import type { Within } from './queries';

/** What is to be expected by owner. */
export function OwnersTable({ forecast: { by_owner, currency } }: { forecast: Forecast }) {
  const valued = by_owner.some((o) => o.open_minor > 0);
  const most = Math.max(1, ...by_owner.map((o) => (valued ? o.high_minor : o.won_high)));
  const short = (n: number | null | undefined) =>
    valued ? shortMoney(n, currency) : typeof n === 'number' ? n.toFixed(1) : '';
  const columns: Column<ExpectedOf>[] = [
    { id: 'owner', header: m.owner.name, title: true, value: (o) => o.owner || m.owner.none },
    {
      id: 'deals',
      header: m.owner.deals,
      align: 'right',
      value: (o) => o.deals,
      cell: (o) => <DealsLink to={{ ...byField('owner', o.owner), outcome: ['open'] }}>{count(o.deals)}</DealsLink>,
    },
    { id: 'won', header: m.owner.won, align: 'right', value: (o) => o.won, cell: (o) => o.won.toFixed(1) },
    ...(valued
      ? [
          {
            id: 'value',
            header: m.owner.value,
            align: 'right',
            value: (o) => o.value_minor,
            cell: (o) => money(o.value_minor, currency),
          } satisfies Column<ExpectedOf>,
        ]
      : []),
    {
      id: 'interval',
      header: m.owner.interval,
      sorts: false,
      width: 220,
      value: () => null,
      cell: (o) =>
        valued ? (
          <RangeBar value={o.value_minor} low={o.low_minor} high={o.high_minor} max={most} format={short} />
        ) : (
          <RangeBar value={o.won} low={o.won_low} high={o.won_high} max={most} format={short} />
        ),
    },
  ];
  return (
    <Section title={m.owner.title}>
      <DataTable columns={columns} rows={by_owner} rowId={(o) => o.owner} label={m.owner.title} first={15} />
    </Section>
  );
}

/** The open deals with their chances. */
export function DealsTable({ forecast, within, csv }: { forecast: Forecast; within: Within; csv?: ReactNode }) {
  const chance = (id: 'chance' | 'within_30' | 'within_90' | 'ever', header: string): Column<ForecastDeal> => ({
    id,
    header,
    align: 'right',
    value: (d) => d[id],
    cell: (d) => percent(d[id]),
  });
  const columns: Column<ForecastDeal>[] = [
    {
      id: 'deal',
      header: m.deals.deal,
      title: true,
      value: (d) => d.name,
      cell: (d) => (
        <span>
          <Link to="/deals/$deal" params={{ deal: d.deal }} className="quiet-link">
            {d.name}
          </Link>{' '}
          <span className="soft small">{d.account}</span>
        </span>
      ),
    },
    { id: 'stage', header: m.deals.stage, value: (d) => d.stage ?? m.deals.noStage },
    { id: 'days', header: m.deals.days, align: 'right', value: (d) => d.days, cell: (d) => days(d.days) },
    ...(forecast.total
      ? [
          chance('chance', m.deals.chance),
          within === '30' ? chance('within_90', m.deals.within90) : chance('within_30', m.deals.within30),
          ...(within === 'ever' ? [] : [chance('ever', m.deals.ever)]),
          {
            id: 'alike',
            header: m.deals.alike,
            align: 'right',
            value: (d) => d.alike,
            cell: (d) => m.deals.alikeOf(d.alike),
          } satisfies Column<ForecastDeal>,
        ]
      : []),
    { id: 'owner', header: m.deals.owner, value: (d) => d.owner },
    {
      id: 'value',
      header: m.deals.value,
      align: 'right',
      value: (d) => d.value_minor,
      cell: (d) => money(d.value_minor, d.currency ?? ''),
    },
    ...(forecast.total
      ? [
          {
            id: 'expected',
            header: m.deals.expected,
            align: 'right',
            value: (d) => d.expected_minor,
            cell: (d) => money(d.expected_minor, forecast.currency),
          } satisfies Column<ForecastDeal>,
        ]
      : []),
  ];
  return (
    <Section title={m.deals.title} says={m.deals.says(forecast.deals.length, forecast.open)} actions={csv}>
      <DataTable
        columns={columns}
        rows={forecast.deals}
        rowId={(d) => d.deal}
        label={m.deals.title}
        first={15}
        sort={{ id: 'expected', desc: true }}
      />
    </Section>
  );
}

/** The shares of the past that the chances are. */
export function SharesTable({ forecast }: { forecast: Forecast }) {
  if (forecast.shares.length === 0) return null;
  const chance = (id: 'chance' | 'within_30' | 'within_90' | 'ever', header: string): Column<StageShare> => ({
    id,
    header,
    align: 'right',
    value: (s) => s[id],
    cell: (s) => percent(s[id]),
  });
  const columns: Column<StageShare>[] = [
    {
      id: 'stage',
      header: m.shares.stage,
      title: true,
      value: (s) => s.stage ?? m.deals.noStage,
    },
    {
      id: 'age',
      header: m.shares.age,
      align: 'right',
      value: (s) => s.from_days,
      cell: (s) => m.shares.ages(s.from_days, s.to_days),
    },
    { id: 'decided', header: m.shares.decided, align: 'right', value: (s) => s.decided, cell: (s) => count(s.decided) },
    { id: 'won', header: m.shares.won, align: 'right', value: (s) => s.won, cell: (s) => count(s.won) },
    chance('within_30', m.deals.within30),
    chance('within_90', m.deals.within90),
    chance('ever', m.deals.ever),
    { id: 'open', header: m.shares.open, align: 'right', value: (s) => s.open, cell: (s) => count(s.open) },
  ];
  return (
    <Section title={m.shares.title} says={m.shares.says}>
      <DataTable
        columns={columns}
        rows={forecast.shares}
        rowId={(s) => `${s.stage ?? ''} ${s.from_days} ${s.to_days ?? ''} ${s.decided}`}
        label={m.shares.title}
        first={10}
        csv="forecast-shares.csv"
      />
    </Section>
  );
}
