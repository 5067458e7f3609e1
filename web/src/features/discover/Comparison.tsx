import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Difference, Discovery, Group } from '@/api';
import { also, byField, type Selection } from '@/app/selection';
import { fieldName, m as shared } from '@/messages';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { exactPercent, kept, shortDays } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { RangeBar } from '@/ui/RangeBar';
import css from './Comparison.module.css';
import { driversQuery } from './drivers/queries';
import { FEW } from './Headline';
import { m } from './messages';

/** Values shown before one asks for all. */
const FIRST = 12;

/** Win rate by field, and which of these differences the data supports. */
export function Comparison({ discovery, selection }: { discovery: Discovery; selection: Selection }) {
  const ordered = useMemo(() => inOrder(discovery), [discovery]);
  const [chosen, setChosen] = useState<string | null>(null);
  const drivers = useQuery(driversQuery(selection)).data;
  const shown = ordered.find((d) => d.field === chosen) ?? ordered[0];
  if (!shown) {
    return (
      <Section title={m.compare.title} says={m.compare.empty}>
        {null}
      </Section>
    );
  }
  const driver = drivers?.drivers.find((d) => d.id === `field:${shown.field}`);
  return (
    <Section
      title={m.compare.title}
      says={discovery.win_rate.closed < FEW ? m.compare.few : `${overall(ordered)} ${m.compare.says}`}
    >
      <Tabs value={shown.field} onChange={setChosen}>
        <Tabs.List>
          {ordered.map((d) => (
            <Tabs.Tab key={d.field} value={d.field} title={d.supported ? m.compare.supported : m.compare.unsupported}>
              {fieldName(d.field)}
              {d.supported && <span className={css.dot} role="img" aria-label={m.compare.supported} />}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown.field} pt="md">
          <p className={css.sentence} data-supported={shown.supported || undefined}>
            {kept(shown.sentence)}
          </p>
          {drivers && !drivers.few && (
            <p className={css.sentence}>
              {driver ? `${m.compare.comparable} ${kept(driver.sentence)}` : m.compare.notCompared}{' '}
              <Link to="/discover/drivers" search={selection}>
                {m.drivers.title}
              </Link>
            </p>
          )}
          <Groups
            key={shown.field}
            field={shown.field}
            groups={discovery.breakdowns[shown.field] ?? []}
            rate={discovery.win_rate.rate}
            few={discovery.win_rate.closed < FEW}
            selection={selection}
          />
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}

/** How many of the comparisons the data supports, in words. */
function overall(all: Difference[]): string {
  const supported = all.filter((d) => d.supported).length;
  return supported === 0 ? m.compare.noneSupported(all.length) : m.compare.someSupported(supported, all.length);
}

/** Fields whose difference the data supports first, then as the server has them. */
export function inOrder(discovery: Discovery): Difference[] {
  const known = discovery.differences.filter((d) => (discovery.breakdowns[d.field]?.length ?? 0) > 0);
  return [...known.filter((d) => d.supported), ...known.filter((d) => !d.supported)];
}

interface GroupsProps {
  field: string;
  groups: Group[];
  rate: number | null | undefined;
  /** Counted rather than rated. */
  few: boolean;
  selection: Selection;
}

function Groups({ field, groups, rate, few, selection }: GroupsProps) {
  const columns = useMemo(() => {
    const all = columnsOf(field, groups, rate, selection);
    return few ? all.filter((c) => !RATED.includes(c.id)) : all;
  }, [field, groups, rate, few, selection]);
  return (
    <DataTable
      columns={columns}
      rows={groups}
      rowId={(g) => g.value}
      label={fieldName(field)}
      first={FIRST}
      sort={{ id: 'of', desc: true }}
      csv={`win-rate-by-${field}.csv`}
    />
  );
}

/** Columns that say nothing of a handful of deals. */
const RATED = ['rate', 'interval', 'against'];

function columnsOf(
  field: string,
  groups: Group[],
  rate: number | null | undefined,
  selection: Selection,
): Column<Group>[] {
  const most = Math.max(0.01, ...groups.map((g) => g.high ?? 0));
  const deals = (g: Group) => also(selection, byField(field, g.value));
  return [
    {
      id: 'value',
      header: fieldName(field),
      value: (g) => g.value,
      cell: (g) => <DealsLink to={deals(g)}>{g.value === '' ? m.compare.none : g.value}</DealsLink>,
      title: true,
    },
    { id: 'rate', header: m.compare.rate, value: (g) => g.rate, cell: (g) => exactPercent(g.rate), align: 'right' },
    {
      id: 'interval',
      header: m.compare.interval,
      value: () => null,
      sorts: false,
      width: '34%',
      cell: (g) => (
        <div className={css.range}>
          <RangeBar
            value={g.rate}
            low={g.low}
            high={g.high}
            max={Math.min(1, most)}
            reference={rate}
            strong={g.supported}
          />
        </div>
      ),
    },
    {
      id: 'of',
      header: m.compare.of,
      value: (g) => g.closed,
      cell: (g) => (
        <DealsLink to={also(deals(g), { outcome: ['won', 'lost'] })}>{shared.range.of(g.won, g.closed)}</DealsLink>
      ),
      align: 'right',
    },
    {
      id: 'days',
      header: m.compare.median,
      value: (g) => g.median_days,
      cell: (g) => shortDays(g.median_days),
      align: 'right',
    },
    {
      id: 'against',
      header: m.compare.against,
      value: (g) => verdict(g, rate),
      cell: (g) => <span className={g.supported ? css.strong : 'soft'}>{verdict(g, rate)}</span>,
    },
  ];
}

/** What can be said of a value against all others. */
export function verdict(group: Group, rate: number | null | undefined): string {
  if (!group.supported || typeof group.rate !== 'number' || typeof rate !== 'number') return m.compare.cannotTell;
  return group.rate > rate ? m.compare.higher : m.compare.lower;
}
