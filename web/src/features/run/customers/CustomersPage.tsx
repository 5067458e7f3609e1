import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Customer, HealthLight } from '@/api';
import { useUser } from '@/app/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { date, money } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { HealthMark } from '../after/Health';
import { m as after } from '../after/messages';
import css from '../Deals.module.css';
import { RunTabs } from '../RunTabs';
import { m } from './messages';
import { type CustomersOf, customersQuery, type Sort, SORTS } from './queries';

const LIGHTS = ['red', 'amber', 'green', 'unknown'] as const satisfies readonly HealthLight[];

/** Whoever bought: how they are doing, what is next, what they are worth. */
export function CustomersPage() {
  const me = useUser()?.name ?? '';
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 250);
  const [light, setLight] = useState<HealthLight | null>(null);
  const [mine, setMine] = useState(false);
  const [sort, setSort] = useState<Sort>('health');
  const of: CustomersOf = {
    sort,
    ...(text !== '' && { text }),
    ...(light !== null && { light }),
    ...(mine && { owner: me }),
  };
  const query = useQuery(customersQuery(of));
  const data = query.data;
  const filtered = text !== '' || light !== null || mine;
  return (
    <>
      <PageHead title={m.title} {...(data && { says: m.says(data.total, data.deals) })} />
      <RunTabs />
      <div className={css.tools}>
        <TextInput
          size="sm"
          type="search"
          aria-label={m.filter.text}
          placeholder={m.filter.text}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          size="sm"
          w={180}
          clearable
          aria-label={m.filter.light}
          placeholder={m.filter.any}
          data={LIGHTS.map((value) => ({ value, label: after.health.light[value] }))}
          value={light}
          onChange={(next) => setLight(LIGHTS.find((word) => word === next) ?? null)}
        />
        <SegmentedControl
          size="sm"
          aria-label={m.filter.whose}
          value={mine ? 'mine' : 'all'}
          onChange={(next) => setMine(next === 'mine')}
          data={[
            { value: 'all', label: m.filter.all },
            { value: 'mine', label: m.filter.mine },
          ]}
        />
      </div>
      <Loaded query={query} skeleton={<TableSkeleton rows={10} />}>
        {({ customers, total, deals, looked_at: seen }) => (
          <div aria-busy={query.isPlaceholderData}>
            <List
              customers={customers}
              sort={sort}
              onSort={(id) => setSort(SORTS.find((word) => word === id) ?? 'health')}
              filtered={filtered}
            />
            <footer className="soft small">
              {customers.length < total && <p>{m.rest(customers.length, total)}</p>}
              {seen < deals && <p>{m.looked(seen, deals)}</p>}
            </footer>
          </div>
        )}
      </Loaded>
    </>
  );
}

const COLUMNS: Column<Customer>[] = [
  {
    id: 'name',
    header: m.name,
    title: true,
    value: (c) => c.name,
    cell: (c) => <Name customer={c} />,
  },
  {
    id: 'health',
    header: m.health,
    long: true,
    value: (c) => c.health.light,
    cell: (c) => (
      <>
        <HealthMark light={c.health.light} />
        {c.health.light !== 'green' && given(c.health.reasons[0]) && (
          <span className="soft small" style={{ display: 'block' }}>
            {c.health.reasons[0].says}
          </span>
        )}
      </>
    ),
  },
  {
    id: 'review',
    header: m.review,
    value: (c) => c.next_review?.on,
    cell: (c) =>
      given(c.next_review) && (
        <>
          {date(c.next_review.on)}
          {c.next_review.late_days > 0 && (
            <b className="small" style={{ display: 'block', color: 'var(--warn)' }}>
              {m.late(c.next_review.late_days)}
            </b>
          )}
        </>
      ),
  },
  {
    id: 'renewal',
    header: m.renewal,
    value: (c) => c.contract?.until,
    cell: (c) =>
      given(c.contract) && (
        <>
          {date(c.contract.until)}
          <span className="soft small" style={{ display: 'block' }}>
            {m.notice(date(c.contract.notice_by))}
          </span>
        </>
      ),
  },
  {
    id: 'value',
    header: m.value,
    align: 'right',
    value: (c) => c.values[0]?.minor,
    cell: (c) => c.values.map((value) => money(value.minor, value.currency)).join(', '),
  },
  { id: 'who', header: m.who, sorts: false, value: (c) => c.people.join(', ') },
];

/** The customer, and their won deals. */
function Name({ customer: { name, deals, churn } }: { customer: Customer }) {
  const [first] = deals;
  return (
    <span className={css.name}>
      {first ? (
        <Link to="/deals/$deal" params={{ deal: first.deal }} className="quiet-link">
          {name}
        </Link>
      ) : (
        name
      )}
      <span className="soft small">
        {given(churn)
          ? m.left(date(churn.day))
          : [first?.name, deals.length > 1 && m.more(deals.length - 1)]
              .filter((w) => given(w) && w !== false && w !== name)
              .join(' ')}
      </span>
    </span>
  );
}

interface ListProps {
  customers: Customer[];
  sort: Sort;
  onSort: (id: string) => void;
  filtered: boolean;
}

function List({ customers, sort, onSort, filtered }: ListProps) {
  const navigate = useNavigate();
  const open = ({ deals: [first] }: Customer) => {
    if (first) void navigate({ to: '/deals/$deal', params: { deal: first.deal } });
  };
  return (
    <DataTable
      columns={COLUMNS}
      rows={customers}
      rowId={(c) => c.deals[0]?.deal ?? c.name}
      label={m.label}
      sort={{ id: sort, desc: sort === 'health' || sort === 'value' }}
      onSort={onSort}
      onOpen={open}
      csv="customers.csv"
      empty={filtered ? <EmptyState title={m.none}>{m.noneHelp}</EmptyState> : <NoCustomers />}
    />
  );
}

const NoCustomers = () => (
  <EmptyState
    title={m.empty}
    action={
      <Button component={Link} to="/board">
        {m.toBoard}
      </Button>
    }
  >
    {m.emptyHelp}
  </EmptyState>
);
