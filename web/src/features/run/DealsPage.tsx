import { Button, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Deal, DealList } from '@/api';
import { conditions, type Selection, useSelection } from '@/app/selection';
import { useUser } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { useFields } from '@/ui/fields';
import { FilterBar } from '@/ui/FilterBar';
import { money } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { useDensity } from './board/density';
import { DensitySwitch } from './board/DensitySwitch';
import { BulkBar } from './bulk/BulkBar';
import css from './Deals.module.css';
import { ColumnMenu } from './list/ColumnMenu';
import { chosen as chosenColumns, columnsOf } from './list/columns';
import { DealTable } from './list/DealTable';
import list from './list/List.module.css';
import { useChosen } from './list/useChosen';
import { m } from './messages';
import { NewDealButton } from './NewDeal';
import { boardQuery, csvAddress, dealsQuery, SORTS } from './queries';
import { RunTabs } from './RunTabs';
import { useCustomFields } from './useCustomFields';
import { ViewMenu } from './views/ViewMenu';
import { useOpened } from './views/useOpened';
import { useWord, useWords } from './views/useWord';
import { inWords } from './words';

/** The deals behind a figure, or all of them. */
export function DealsPage() {
  const [selection] = useSelection();
  const opening = useOpened('list');
  const [word, setWord] = useWord('sort');
  const [ids, setIds] = useWords('columns');
  const sort = word === '' ? 'latest' : word;
  const query = useInfiniteQuery({ ...dealsQuery(selection, sort), enabled: !opening });
  const stages = useStages();
  const first = query.data?.pages[0];
  const rows = useMemo(() => once(query.data?.pages.flatMap((page) => page.deals) ?? []), [query.data]);
  const fields = useFields();
  const defined = useCustomFields();
  const all = useMemo(
    () => columnsOf([...defined.map((f) => f.name), ...fields.map((f) => f.name)]),
    [defined, fields],
  );
  const wanted = ids.join('\n');
  const columns = useMemo(() => chosenColumns(all, wanted.split('\n')), [all, wanted]);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const next = useMemo(
    () => (hasNextPage && !isFetching ? () => void fetchNextPage() : undefined),
    [hasNextPage, isFetching, fetchNextPage],
  );
  const setSort = (order: string | null) => setWord(order === 'latest' || order === null ? '' : order);
  return (
    <>
      <PageHead
        title={m.title}
        {...(first ? { says: `${inWords(selection, first.total)}${worth(first)}.` } : {})}
        actions={
          <>
            <NewDealButton />
            <Button
              component="a"
              href={csvAddress(selection, sort, ids)}
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
        <ViewMenu page="list" sort={word} columns={ids} />
        <FilterBar search stages={stages} />
        <Select
          size="sm"
          w={170}
          aria-label={m.list.sort}
          allowDeselect={false}
          data={sorts(sort, columns)}
          value={sort}
          onChange={setSort}
        />
        <ColumnMenu all={all} shown={columns} onChange={setIds} />
        <DensitySwitch />
      </div>
      {opening ? (
        <TableSkeleton rows={12} />
      ) : (
        <Loaded query={query} skeleton={<TableSkeleton rows={12} />}>
          {() => (
            <div aria-busy={query.isPlaceholderData} className={css.list}>
              <List
                key={JSON.stringify(selection)}
                rows={rows}
                first={first}
                selection={selection}
                sort={sort}
                onSort={setSort}
                columns={columns}
                next={next}
              />
            </div>
          )}
        </Loaded>
      )}
    </>
  );
}

interface ListProps {
  rows: Deal[];
  first: DealList | undefined;
  selection: Selection;
  sort: string;
  onSort: (sort: string) => void;
  columns: ReturnType<typeof chosenColumns>;
  next: (() => void) | undefined;
}

function List({ rows, first, selection, ...table }: ListProps) {
  const [density] = useDensity();
  const user = useUser();
  const chosen = useChosen(rows);
  const leads = user?.role === 'owner' || user?.role === 'manager';
  const may = leads || user?.role === 'rep';
  const own = user?.name.trim().toLowerCase();
  const mayChange = (deal: Deal) => leads || (may && deal.owner?.trim().toLowerCase() === own);
  if (rows.length === 0) return conditions(selection) > 0 ? <NoneSo /> : <NoDeals />;
  const total = first?.total ?? rows.length;
  return (
    <>
      <DealTable
        {...table}
        rows={rows}
        total={total}
        density={density}
        chosen={may ? chosen : undefined}
        mayChange={mayChange}
      />
      <Foot shown={rows.length} total={total} first={first} />
      {may && <BulkBar chosen={chosen} selection={selection} sort={table.sort} total={total} />}
    </>
  );
}

/** What the deals come to. */
function Foot({ shown, total, first }: { shown: number; total: number; first: DealList | undefined }) {
  const sum = first?.sum;
  const left = sum?.unconverted ?? [];
  return (
    <div className={list.foot}>
      <span>{m.list.shown(shown, total)}</span>
      {sum && (
        <span>
          {m.list.sum} <b>{money(sum.minor, sum.currency)}</b>
          {left.length > 0 &&
            ` ${m.list.and} ${left.map((u) => money(u.minor, u.currency)).join(', ')} (${m.list.noRate})`}
        </span>
      )}
    </div>
  );
}

/** An order to choose. */
interface Choice {
  value: string;
  label: string;
}

/** The orders to choose from: the common ones, those of the columns, and the one that is there. */
function sorts(sort: string, columns: ReturnType<typeof chosenColumns>) {
  const common = SORTS.map((value): Choice => ({ value, label: m.list.sorts[value] }));
  const more = columns
    .flatMap((c) => [
      { value: c.id, label: m.list.by(c.header) },
      { value: `-${c.id}`, label: m.list.byTurned(c.header) },
    ])
    .filter(({ value }) => !common.some((c) => c.value === value));
  const known = [...common, ...more];
  return known.some((o) => o.value === sort) ? known : [...known, { value: sort, label: m.list.by(sort) }];
}

/** A deal that changed its place between two pages stands on both. */
function once(deals: Deal[]): Deal[] {
  const seen = new Set<string>();
  return deals.filter((deal) => !seen.has(deal.id) && seen.add(deal.id));
}

const NOTHING: Selection = {};

/** The stages that the data names. */
function useStages(): string[] {
  const board = useQuery(boardQuery(NOTHING));
  const names = board.data?.columns.flatMap((c) => c.observed) ?? [];
  return [...new Set(names)].filter((name) => name !== '');
}

const worth = ({ sum }: DealList): string =>
  sum.minor === 0 ? '' : `, ${m.list.worth(money(sum.minor, sum.currency))}`;

const NoneSo = () => <EmptyState title={m.list.none}>{m.list.noneHelp}</EmptyState>;

const NoDeals = () => (
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
