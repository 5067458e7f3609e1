import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got, type LeadMoney, type LeadRate, type SourceYield } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { count, money, percent } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { price } from '@/ui/price';
import { TableSkeleton } from '@/ui/Skeletons';
import { LeadTabs } from '../LeadTabs';
import { m } from './messages';

/** Yield and cost of leads by source. */
export function SourcesPage() {
  const query = useQuery({
    queryKey: ['leads', 'sources'],
    queryFn: ({ signal }) => got(api.GET('/lead-sources', { signal })),
  });
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      <LeadTabs />
      <Loaded query={query} skeleton={<TableSkeleton rows={5} />}>
        {({ sources }) =>
          sources.length === 0 ? (
            <EmptyState title={m.empty}>{m.emptySays}</EmptyState>
          ) : (
            <DataTable columns={COLUMNS} rows={sources} rowId={(s) => s.source} label={m.label} csv="sources.csv" />
          )
        }
      </Loaded>
    </>
  );
}

/** A share with its interval; too few leads say so. */
function Rate({ rate }: { rate: LeadRate | null | undefined }) {
  if (!given(rate)) return <span className="soft small">{m.few}</span>;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {percent(rate.share)} <span className="soft small">{m.interval(percent(rate.low), percent(rate.high))}</span>
    </span>
  );
}

const sum = (all: LeadMoney[]): string => all.map((one) => money(one.minor, one.currency)).join(', ') || '–';

const figure = (id: 'leads' | 'taken' | 'dropped' | 'won' | 'lost'): Column<SourceYield> => ({
  id,
  header: m[id],
  align: 'right',
  value: (s) => s[id],
  cell: (s) => count(s[id]),
});

const cost = (id: 'cost_per_lead' | 'cost_per_won', header: string): Column<SourceYield> => ({
  id,
  header,
  align: 'right',
  value: (s) => s[id]?.minor,
  cell: (s) => {
    const one = s[id];
    return given(one) ? price(one.minor, one.currency) : '–';
  },
});

const COLUMNS: Column<SourceYield>[] = [
  {
    id: 'source',
    header: m.source,
    title: true,
    value: (s) => s.source,
    cell: (s) =>
      s.source === '' ? (
        m.none
      ) : (
        <Link to="/leads" search={{ source: s.source }} className="quiet-link">
          {s.source}
        </Link>
      ),
  },
  figure('leads'),
  figure('taken'),
  {
    id: 'taken_rate',
    header: m.takenRate,
    align: 'right',
    value: (s) => s.taken_rate?.share,
    cell: (s) => <Rate rate={s.taken_rate} />,
  },
  figure('won'),
  {
    id: 'won_rate',
    header: m.wonRate,
    align: 'right',
    value: (s) => s.won_rate?.share,
    cell: (s) => <Rate rate={s.won_rate} />,
  },
  figure('dropped'),
  { id: 'value', header: m.value, align: 'right', value: (s) => s.won_value[0]?.minor, cell: (s) => sum(s.won_value) },
  { id: 'cost', header: m.cost, align: 'right', value: (s) => s.cost[0]?.minor, cell: (s) => sum(s.cost) },
  cost('cost_per_lead', m.perLead),
  cost('cost_per_won', m.perWon),
];
