import { Button, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { Deal } from '@/api';
import { useKeys } from '@/app/keys';
import { conditions, type Selection, useSelection, writeParams } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { money } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { PageHead } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { When } from '@/ui/When';
import css from './Deals.module.css';
import { m } from './messages';
import { NewDealButton } from './NewDeal';
import { boardQuery, csvAddress, dealsQuery, SORTS, type Sort } from './queries';
import { RunTabs } from './RunTabs';
import { inWords } from './words';

/** The deals behind a figure, or all of them. */
export function DealsPage() {
  const [selection] = useSelection();
  const [sort, setSort] = useSort();
  const query = useInfiniteQuery(dealsQuery(selection, sort));
  const stages = useStages();
  useKeys({ j: focusFirst });
  const first = query.data?.pages[0];
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.deals) ?? [], [query.data]);
  const says = first && `${inWords(selection, first.total)}${worth(first.value_minor, rows)}.`;
  return (
    <>
      <PageHead
        title={m.title}
        {...(says === undefined ? {} : { says })}
        actions={
          <>
            <NewDealButton />
            <Button
              component="a"
              href={csvAddress(selection)}
              download="deals.csv"
              variant="default"
              leftSection={<IconDownload size={16} />}
              aria-label={m.list.csvHelp}
            >
              {m.list.csv}
            </Button>
          </>
        }
      />
      <RunTabs />
      <div className={css.tools}>
        <FilterBar search stages={stages} />
        <Select
          size="sm"
          w={180}
          aria-label={m.list.sort}
          allowDeselect={false}
          data={SORTS.map((value) => ({ value, label: m.list.sorts[value] }))}
          value={sort}
          onChange={setSort}
        />
      </div>
      <Loaded query={query} skeleton={<TableSkeleton rows={12} />}>
        {() => (
          <div aria-busy={query.isPlaceholderData} className={css.list}>
            <List rows={rows} sort={sort} onSort={setSort} selection={selection} />
            {rows.length > 0 && (
              <More
                says={m.list.shown(rows.length, first?.total ?? rows.length)}
                busy={query.isFetchingNextPage}
                load={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
              />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

const isSort = (word: unknown): word is Sort => SORTS.some((s) => s === word);

/** The order in the address. */
function useSort(): [Sort, (next: string | null) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const pathname = useLocation({ select: (l) => l.pathname });
  const navigate = useNavigate();
  const set = (sort: string | null) =>
    void navigate({ href: pathname + writeParams({ ...search, sort: sort ?? undefined }), replace: true });
  return [isSort(search.sort) ? search.sort : 'latest', set];
}

const NOTHING: Selection = {};

/** The stages that the data names. */
function useStages(): string[] {
  const board = useQuery(boardQuery(NOTHING));
  const names = board.data?.columns.flatMap((c) => c.observed) ?? [];
  return [...new Set(names)].filter((name) => name !== '');
}

function worth(minor: number, rows: Deal[]): string {
  const currency = rows.find((d) => d.value)?.value?.currency;
  return currency === undefined ? '' : `, ${m.list.worth(money(minor, currency))}`;
}

function focusFirst() {
  document.querySelector<HTMLElement>('tr[data-opens]')?.focus();
}

const COLUMNS: Column<Deal>[] = [
  {
    id: 'name',
    header: m.list.name,
    title: true,
    sorts: false,
    value: (d) => d.name,
    cell: (d) => (
      <span className={css.name}>
        <Link to="/deals/$deal" params={{ deal: d.id }} className="quiet-link">
          {d.name}
        </Link>
        {d.account && d.account !== d.name && <span className="soft small">{d.account}</span>}
      </span>
    ),
  },
  { id: 'owner', header: m.list.owner, sorts: false, value: (d) => d.owner },
  { id: 'product', header: m.list.product, sorts: false, value: (d) => d.product },
  { id: 'stage', header: m.list.stage, sorts: false, value: (d) => d.stage },
  {
    id: 'outcome',
    header: m.list.outcome,
    sorts: false,
    value: (d) => d.outcome,
    cell: (d) => <OutcomeBadge outcome={d.outcome} />,
  },
  {
    id: 'value',
    header: m.list.value,
    align: 'right',
    value: (d) => d.value?.minor,
    cell: (d) => money(d.value?.minor, d.value?.currency ?? ''),
  },
  {
    id: 'created',
    header: m.list.created,
    align: 'right',
    value: (d) => d.created,
    cell: (d) => <When at={d.created} only="absolute" />,
  },
  {
    id: 'closed',
    header: m.list.closed,
    align: 'right',
    value: (d) => d.closed,
    cell: (d) => <When at={d.closed} only="absolute" />,
  },
];

interface ListProps {
  rows: Deal[];
  sort: Sort;
  onSort: (id: string) => void;
  selection: Selection;
}

function List({ rows, sort, onSort, selection }: ListProps) {
  const navigate = useNavigate();
  return (
    <DataTable
      columns={COLUMNS}
      rows={rows}
      rowId={(d) => d.id}
      label={m.list.label}
      sort={{ id: sort, desc: true }}
      onSort={onSort}
      onOpen={(d) => void navigate({ to: '/deals/$deal', params: { deal: d.id } })}
      empty={conditions(selection) > 0 ? <NoneSo /> : <NoDeals />}
    />
  );
}

const NoneSo = () => <EmptyState title={m.list.none}>{m.list.noneHelp}</EmptyState>;

export const NoDeals = () => (
  <EmptyState
    title={m.list.empty}
    action={
      <Button component={Link} to="/import">
        {m.list.toImport}
      </Button>
    }
  >
    {m.list.emptyHelp}
  </EmptyState>
);

interface MoreProps {
  says: string;
  busy: boolean;
  load: (() => void) | undefined;
}

/** Says how many are shown; loads more when it comes into sight, or on a click. */
function More({ says, busy, load }: MoreProps) {
  const foot = useRef<HTMLDivElement>(null);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = busy ? undefined : load;
  });
  useEffect(() => {
    const element = foot.current;
    if (!element) return;
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) latest.current?.();
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, []);
  return (
    <div ref={foot} className={css.more}>
      <span className="soft small">{says}</span>
      {load && (
        <Button variant="default" size="sm" loading={busy} onClick={load}>
          {m.list.more}
        </Button>
      )}
    </div>
  );
}
