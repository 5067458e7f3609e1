import type { Attained } from '@/api';
import { byField } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, kept, money, percent } from '@/ui/format';
import { m } from './messages';

const DAY = 86_400_000;

/** What was won in each period over the quota. */
export function AttainedTable({ rows }: { rows: Attained[] }) {
  const columns: Column<Attained>[] = [
    {
      id: 'name',
      header: m.who,
      title: true,
      value: (a) => a.name,
      cell: (a) => (
        <span>
          {a.name} {a.who === 'team' && <span className="soft small">{m.isTeam}</span>}
        </span>
      ),
    },
    {
      id: 'period',
      header: m.won.period,
      value: (a) => a.period,
      cell: (a) => (
        <span>
          {a.period} {!a.over && <span className="soft small">{m.won.running}</span>}
        </span>
      ),
    },
    {
      id: 'quota',
      header: m.won.quota,
      align: 'right',
      value: (a) => a.quota_minor,
      cell: (a) => money(a.quota_minor, a.currency),
    },
    {
      id: 'won',
      header: m.won.won,
      align: 'right',
      value: (a) => a.won_minor,
      cell: (a) => money(a.won_minor, a.currency),
    },
    {
      id: 'deals',
      header: m.won.deals,
      align: 'right',
      value: (a) => a.won,
      cell: (a) => <DealsLink to={dealsOf(a)}>{count(a.won)}</DealsLink>,
    },
    { id: 'share', header: m.won.share, align: 'right', value: (a) => a.share, cell: (a) => percent(a.share) },
    { id: 'says', header: m.won.says, long: true, value: (a) => a.says, cell: (a) => kept(a.says) },
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowId={(a) => `${a.who} ${a.name} ${a.period}`}
      label={m.won.title}
      first={15}
    />
  );
}

const dealsOf = (a: Attained) => ({
  ...byField(a.who === 'team' ? 'team' : 'owner', a.name),
  outcome: ['won' as const],
  closed_from: `${a.from}T00:00:00Z`,
  closed_to: new Date(Date.parse(a.until) + DAY).toISOString(),
});
