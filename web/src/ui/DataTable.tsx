import { IconArrowDown, IconArrowUp, IconDownload } from '@tabler/icons-react';
import {
  createSortedRowModel,
  type ColumnDef,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { m } from '@/messages';
import { saveText, toCsv } from './csv';
import css from './DataTable.module.css';

export interface Column<T> {
  id: string;
  header: string;
  /** What is sorted by and written to CSV. */
  value: (row: T) => string | number | null | undefined;
  /** What is shown; the value by default. */
  cell?: (row: T) => ReactNode;
  align?: 'right';
  /** False: no sorting by it (a picture of figures that stand in other columns). */
  sorts?: boolean;
  /** Shown above the others of a card on a phone. */
  title?: boolean;
  width?: number | string;
  /** Long text: under its name rather than beside it on the card of a phone. */
  long?: boolean;
}

interface Props<T> {
  columns: Column<T>[];
  rows: T[];
  rowId: (row: T) => string;
  /** What it holds, for those who do not see the page around it. */
  label: string;
  empty?: ReactNode;
  sort?: { id: string; desc: boolean };
  /** Where the server sorts: asked for another order; the rows come in that of `sort`. */
  onSort?: (id: string) => void;
  /** Rows shown before one asks for all. */
  first?: number;
  /** Name of the file of the CSV; no download without one. */
  csv?: string;
  onOpen?: (row: T) => void;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});

/**
 * A table that sorts, is read by keyboard (`j`, `k`, Enter on a row that opens), becomes cards on a phone and can be
 * taken along as CSV.
 */
export function DataTable<T extends object>(props: Props<T>) {
  const { columns, rows, rowId, label, empty, sort, onSort, first, csv, onOpen } = props;
  const [all, setAll] = useState(false);
  const [own, setSorting] = useState<SortingState>(sort ? [sort] : []);
  const sorting = onSort ? (sort ? [sort] : []) : own;
  const defs = useMemo(() => columns.map((c) => definition(c)), [columns]);
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    state: { sorting },
    onSortingChange: setSorting,
    manualSorting: onSort !== undefined,
    enableSortingRemoval: false,
  });
  const sorted = table.getRowModel().rows.map((row) => row.original);
  const shown = all || first === undefined ? sorted : sorted.slice(0, first);
  if (rows.length === 0) return <>{empty ?? <p className="soft">{m.table.empty}</p>}</>;
  return (
    <div className={css.frame}>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => {
              const place = table.getColumn(column.id);
              const order = place?.getIsSorted() ?? false;
              if (column.header === '') return <td key={column.id} style={{ width: column.width }} />;
              return (
                <th
                  key={column.id}
                  scope="col"
                  data-align={column.align}
                  style={{ width: column.width }}
                  aria-sort={order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : 'none'}
                >
                  {column.sorts === false ? (
                    <span>{column.header}</span>
                  ) : (
                    <button
                      type="button"
                      title={m.table.sortBy(column.header)}
                      onClick={() => (onSort ? onSort(column.id) : place?.toggleSorting())}
                    >
                      {column.header}
                      {order === 'asc' && <IconArrowUp size={14} aria-hidden />}
                      {order === 'desc' && <IconArrowDown size={14} aria-hidden />}
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr
              key={rowId(row)}
              data-row
              {...(onOpen && {
                tabIndex: 0,
                'data-opens': true,
                onClick: () => onOpen(row),
                onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onRowKey(event, () => onOpen(row)),
              })}
            >
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-align={column.align}
                  data-label={column.header}
                  data-title={column.title === true || undefined}
                  data-long={column.long === true || undefined}
                >
                  {column.cell ? column.cell(row) : column.value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.foot}>
        {shown.length < sorted.length && (
          <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
            {m.table.all(sorted.length)}
          </Button>
        )}
        {csv !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconDownload size={14} />}
            aria-label={m.table.download}
            onClick={() => saveText(csv, 'text/csv', tableCsv(columns, sorted))}
          >
            {m.table.csv}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The rows of a table as CSV. */
export const tableCsv = <T,>(columns: Column<T>[], rows: T[]): string => {
  const told = columns.filter((c) => c.sorts !== false);
  return toCsv(
    told.map((c) => c.header),
    rows.map((row) => told.map((c) => c.value(row))),
  );
};

function definition<T extends object>(column: Column<T>): ColumnDef<typeof features, T> {
  return {
    id: column.id,
    accessorFn: (row: T) => column.value(row) ?? undefined,
    enableSorting: column.sorts !== false,
    sortUndefined: 'last',
    sortDescFirst: column.align === 'right',
    sortFn: column.align === 'right' ? 'basic' : 'alphanumeric',
  };
}

function onRowKey(event: KeyboardEvent<HTMLTableRowElement>, open: () => void) {
  const row = event.currentTarget;
  if (event.target !== row) return;
  const go = (to: Element | null) => {
    if (to instanceof HTMLElement) to.focus();
  };
  if (event.key === 'Enter') open();
  else if (event.key === 'j' || event.key === 'ArrowDown') go(row.nextElementSibling);
  else if (event.key === 'k' || event.key === 'ArrowUp') go(row.previousElementSibling);
  else return;
  event.preventDefault();
}
