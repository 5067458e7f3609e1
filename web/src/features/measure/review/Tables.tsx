import { Link } from '@tanstack/react-router';
import type { LapsedCommitment, MovedAlone, Outlived, ReviewedDeal, WeeklyReview } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { date, days, money } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { m } from './messages';

const deal = <T extends ReviewedDeal>(): Column<T> => ({
  id: 'deal',
  header: m.deal,
  title: true,
  value: (row) => row.name,
  cell: (row) => (
    <>
      <Link to="/deals/$deal" params={{ deal: row.deal }} className="quiet-link">
        {row.name}
      </Link>{' '}
      <span className="soft small">{row.account}</span>
    </>
  ),
});

const owner = <T extends ReviewedDeal>(): Column<T> => ({ id: 'owner', header: m.owner, value: (row) => row.owner });

const value = <T extends ReviewedDeal>(): Column<T> => ({
  id: 'value',
  header: m.value,
  align: 'right',
  value: (row) => row.value_minor,
  cell: (row) => money(row.value_minor, row.currency ?? ''),
});

interface ListProps<T extends object> {
  words: { title: string; says: string; none: string };
  rows: T[];
  total: number;
  columns: Column<T>[];
  rowId: (row: T) => string;
  /** What is said where nothing can be known. */
  unknown?: string | undefined;
}

function List<T extends object>({ words, rows, total, columns, rowId, unknown }: ListProps<T>) {
  const more = total > rows.length ? m.first(rows.length, total) : '';
  return (
    <Section title={words.title} says={`${words.says} ${more}`}>
      {rows.length === 0 ? (
        <p className="soft">{unknown ?? words.none}</p>
      ) : (
        <DataTable columns={columns} rows={rows} rowId={rowId} label={words.title} first={15} />
      )}
    </Section>
  );
}

/** Deals that moved on without an act of the prospect. */
export function Alone({ review }: { review: WeeklyReview }) {
  const columns: Column<MovedAlone>[] = [
    deal(),
    { id: 'moved', header: m.alone.moved, value: ({ from, to }) => `${from} → ${to ?? m.alone.won}`, long: true },
    { id: 'when', header: m.alone.when, value: ({ at }) => at, cell: ({ at }) => date(at) },
    owner(),
    value(),
  ];
  return (
    <List
      words={m.alone}
      rows={review.without_act}
      total={review.without_act_total}
      columns={columns}
      rowId={(row) => `${row.deal} ${row.at}`}
      unknown={review.knows_acts ? undefined : m.alone.unknown}
    />
  );
}

/** Open deals that are in their stage longer than won deals ever were. */
export function OutlivedOnes({ review }: { review: WeeklyReview }) {
  const columns: Column<Outlived>[] = [
    deal(),
    { id: 'stage', header: m.outlived.stage, value: ({ stage }) => stage },
    { id: 'days', header: m.outlived.days, align: 'right', value: (row) => row.days, cell: (row) => days(row.days) },
    {
      id: 'longest',
      header: m.outlived.longest,
      align: 'right',
      value: (row) => row.longest_won,
      cell: (row) => (
        <>
          {days(row.longest_won)} <span className="soft small">{m.outlived.of(row.won)}</span>
        </>
      ),
    },
    owner(),
    value(),
  ];
  return (
    <List
      words={m.outlived}
      rows={review.outlived}
      total={review.outlived_total}
      columns={columns}
      rowId={(row) => row.deal}
    />
  );
}

/** Commitments whose day has passed. */
export function LapsedOnes({ review }: { review: WeeklyReview }) {
  const columns: Column<LapsedCommitment>[] = [
    deal(),
    { id: 'what', header: m.lapsed.what, value: ({ says }) => says, long: true },
    { id: 'due', header: m.lapsed.due, value: ({ due }) => due, cell: ({ due }) => date(due) },
    owner(),
    value(),
  ];
  return (
    <List
      words={m.lapsed}
      rows={review.lapsed}
      total={review.lapsed_total}
      columns={columns}
      rowId={(row) => `${row.deal} ${row.says}`}
    />
  );
}
