import { useMemo } from 'react';
import type { Driver, Drivers, FewDeal } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { Section } from '@/ui/PageHead';
import { m } from './messages';

/** Few closed deals: all of them with what each has, and counts instead of a comparison. */
export function FewDeals({ found }: { found: Drivers }) {
  const titles = useMemo(() => new Map(found.drivers.map((d) => [d.id, d.title])), [found.drivers]);
  const columns = useMemo(() => dealColumns(titles), [titles]);
  const counted = found.drivers.filter((d) => d.values.length === 0);
  return (
    <>
      <Section title={m.few}>
        <DataTable columns={columns} rows={found.deals} rowId={(d) => d.key} label={m.few} />
      </Section>
      <Section title={m.fewCounts}>
        <DataTable columns={COUNTS} rows={counted} rowId={(d) => d.id} label={m.fewCounts} first={20} />
      </Section>
    </>
  );
}

const dealColumns = (titles: Map<string, string>): Column<FewDeal>[] => [
  {
    id: 'deal',
    header: m.deal,
    value: (d) => d.name,
    cell: (d) => <DealsLink to={{ text: d.key }}>{d.name}</DealsLink>,
    title: true,
  },
  {
    id: 'outcome',
    header: m.outcome,
    value: (d) => (d.won ? m.won : m.lost),
    cell: (d) => <OutcomeBadge outcome={d.won ? 'won' : 'lost'} />,
  },
  {
    id: 'has',
    header: m.has,
    value: (d) =>
      d.has
        .map((id) => titles.get(id))
        .filter((t) => t !== undefined)
        .join(', '),
    long: true,
  },
];

const COUNTS: Column<Driver>[] = [
  { id: 'what', header: m.what, value: (d) => d.title, title: true },
  {
    id: 'with',
    header: m.with,
    value: (d) => d.naive.with.won,
    cell: (d) => m.counts(d.naive.with.won, d.naive.with.won + d.naive.with.lost),
    align: 'right',
  },
  {
    id: 'without',
    header: m.without,
    value: (d) => d.naive.without.won,
    cell: (d) => m.counts(d.naive.without.won, d.naive.without.won + d.naive.without.lost),
    align: 'right',
  },
];
