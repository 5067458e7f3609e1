import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountLine } from '@/api';
import { useMay } from '@/app/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { money } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { RunTabs } from '@/features/run/RunTabs';
import css from './Accounts.module.css';
import { m } from './messages';
import { accountsQuery, useMerge } from './queries';

/** The organisations that deals are with. */
export function AccountsPage() {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const query = useQuery(accountsQuery(asked.trim()));
  return (
    <>
      <PageHead title={m.title} {...(query.data ? { says: m.says(query.data.total) } : {})} />
      <RunTabs />
      <TextInput
        data-filter
        maw={320}
        mb="md"
        aria-label={m.search}
        placeholder={m.search}
        leftSection={<IconSearch size={16} />}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Loaded query={query} skeleton={<TableSkeleton rows={10} />}>
        {({ accounts, alike, total }) => (
          <>
            {asked === '' && <Alike groups={alike} />}
            <DataTable
              columns={COLUMNS}
              rows={accounts}
              rowId={(a) => a.name}
              label={m.label}
              empty={
                total === 0 ? (
                  <EmptyState title={m.empty}>{m.emptyHelp}</EmptyState>
                ) : (
                  <EmptyState title={m.none}>{m.noneHelp}</EmptyState>
                )
              }
            />
          </>
        )}
      </Loaded>
    </>
  );
}

const COLUMNS: Column<AccountLine>[] = [
  {
    id: 'name',
    header: m.name,
    title: true,
    value: (a) => a.name,
    cell: (a) => (
      <Link to="/accounts/one" search={{ name: a.name }} className="quiet-link">
        {a.name}
      </Link>
    ),
  },
  { id: 'open', header: m.open, align: 'right', value: (a) => a.open },
  { id: 'won', header: m.won, align: 'right', value: (a) => a.won },
  { id: 'lost', header: m.lost, align: 'right', value: (a) => a.lost },
  {
    id: 'worth',
    header: m.wonValue,
    align: 'right',
    value: (a) => a.won_value.minor,
    cell: (a) => money(a.won_value.minor, a.won_value.currency),
  },
];

/** Names that may be of one account, ready to be merged. */
function Alike({ groups }: { groups: string[][] }) {
  const may = useMay('owner', 'manager', 'rep');
  const merge = useMerge();
  if (groups.length === 0 || !may) return null;
  return (
    <Section title={m.alike} says={m.alikeSays}>
      <ul className={css.alike}>
        {groups.map((names) => {
          const [to = '', ...from] = names;
          return (
            <li key={to}>
              <span>{names.join(' · ')}</span>
              <Button size="compact-md" variant="default" onClick={() => merge.mutate({ from, to })}>
                {m.mergeInto(to)}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
