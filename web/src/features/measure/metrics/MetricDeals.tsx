import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MetricDeal, MetricUnit } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { FileMenu } from '@/ui/FileMenu';
import { date, NONE } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { Section } from '@/ui/PageHead';
import { groupName } from '../Groups';
import { m } from './messages';
import { type Ask, csvHref, dealsQuery } from './queries';
import type { Told } from './told';

interface Props {
  id: string;
  ask: Ask;
  value: string[] | undefined;
  unit: MetricUnit;
  write: Told;
  onAll: () => void;
}

/** The deals behind a figure, or behind one group of it. */
export function MetricDeals({ id, ask, value, unit, write, onAll }: Props) {
  const asked = { ...ask, ...(value && { value }) };
  const found = useQuery(dealsQuery(id, asked));
  const brings = (row: MetricDeal) => {
    if (typeof row.yes === 'boolean') return row.yes ? m.deals.yes : m.deals.no;
    return typeof row.amount === 'number' || unit !== 'share' ? write(row.amount) : m.deals.still;
  };
  const columns: Column<MetricDeal>[] = [
    {
      id: 'name',
      header: m.deals.name,
      title: true,
      value: (row) => row.name,
      cell: (row) => (
        <Link to="/deals/$deal" params={{ deal: row.id }} className="quiet-link">
          {row.name}
        </Link>
      ),
    },
    { id: 'brings', header: m.deals.brings, align: 'right', value: (row) => row.amount, cell: brings },
    {
      id: 'at',
      header: m.deals.at,
      value: (row) => row.at,
      cell: (row) => (row.at ? date(row.at) : NONE),
    },
    { id: 'owner', header: m.deals.owner, value: (row) => row.owner },
    { id: 'stage', header: m.deals.stage, value: (row) => row.stage },
    { id: 'outcome', header: '', value: (row) => row.outcome, cell: (row) => <OutcomeBadge outcome={row.outcome} /> },
  ];
  return (
    <Loaded query={found}>
      {({ deals, total }) => (
        <Section
          title={m.deals.title}
          says={m.deals.first(deals.length, total)}
          actions={<FileMenu csv={csvHref(id, asked, 'deals')} />}
        >
          {value && (
            <p>
              {value.map(groupName).join(' · ')}{' '}
              <Button size="compact-sm" variant="subtle" onClick={onAll}>
                {m.deals.all}
              </Button>
            </p>
          )}
          <DataTable columns={columns} rows={deals} rowId={(row) => row.id} label={m.deals.title} first={25} />
        </Section>
      )}
    </Loaded>
  );
}
