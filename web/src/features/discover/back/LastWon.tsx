import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LookBackDeal } from '@/api';
import type { Selection } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { date, money, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { ChartSkeleton } from '@/ui/Skeletons';
import { ROW, ToDeal } from './DealLine';
import { titleOf } from './line';
import { m } from './messages';
import { lookBackQuery } from './queries';
import { TimeLine } from './TimeLine';

const LAST = { n: 10, ended: 'won', spread: false } as const;

/** The last ten won deals on one line of time, for the overview; more of it is on its own page. */
export function LastWon({ selection, currency }: { selection: Selection; currency: string }) {
  const query = useQuery(lookBackQuery(selection, LAST));
  return (
    <Loaded query={query} skeleton={<ChartSkeleton height={LAST.n * ROW} />}>
      {({ deals, sentence, owners, stages }) => (
        <ChartFrame
          title={m.last.title}
          says={
            deals.length === 0 ? (
              m.last.empty
            ) : (
              <>
                {sentence} {owners > 0 && m.line.owners(owners)}{' '}
                <Link to="/discover/back" search={selection}>
                  {m.last.more}
                </Link>
              </>
            )
          }
          columns={columnsOf(currency)}
          rows={deals}
          rowId={(d) => d.id}
          file="last-won-deals"
          order={2}
          picture={false}
        >
          {deals.length > 0 && <TimeLine deals={deals} stages={stages ?? []} align="start" label={m.last.title} />}
        </ChartFrame>
      )}
    </Loaded>
  );
}

function columnsOf(currency: string): Column<LookBackDeal>[] {
  return [
    { id: 'name', header: m.table.deal, value: titleOf, cell: (d) => <ToDeal deal={d} />, title: true },
    { id: 'account', header: m.last.account, value: (d) => d.account },
    { id: 'owner', header: m.table.owner, value: (d) => d.owner },
    { id: 'product', header: m.last.product, value: (d) => d.product },
    {
      id: 'value',
      header: m.last.value,
      value: (d) => d.value_minor,
      cell: (d) => money(d.value_minor, currency),
      align: 'right',
    },
    { id: 'created', header: m.last.created, value: (d) => d.created, cell: (d) => date(d.created) },
    { id: 'closed', header: m.table.closed, value: (d) => d.closed, cell: (d) => date(d.closed) },
    { id: 'days', header: m.table.whole, value: (d) => d.days, cell: (d) => shortDays(d.days), align: 'right' },
  ];
}
