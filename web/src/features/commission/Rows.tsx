import type { CommissionStatementRow } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { NONE, percent } from '@/ui/format';
import { given } from '@/ui/given';
import { price } from '@/ui/price';
import { m } from './messages';
import { periodWords } from './periods';

interface Props {
  rows: CommissionStatementRow[];
  withPerson: boolean;
  onOpen: (row: CommissionStatementRow) => void;
}

/** Statements in rows; each opens. */
export const Rows = ({ rows, withPerson, onOpen }: Props) => (
  <DataTable
    columns={withPerson ? [PERSON, ...COLUMNS] : COLUMNS}
    rows={rows}
    rowId={(row) => `${row.person} ${row.plan} ${row.from} ${row.currency}`}
    label={m.table}
    first={50}
    onOpen={onOpen}
  />
);

type Row = CommissionStatementRow;

const PERSON: Column<Row> = { id: 'person', header: m.columns.person, title: true, value: (row) => row.person };

const COLUMNS: Column<Row>[] = [
  {
    id: 'period',
    header: m.columns.period,
    value: (row) => row.from,
    cell: (row) => `${periodWords(row.period)}${row.complete ? '' : ` (${m.running})`}`,
  },
  { id: 'plan', header: m.columns.plan, value: (row) => row.plan_name },
  {
    id: 'deals',
    header: m.columns.deals,
    align: 'right',
    value: (row) => row.deals,
    cell: (row) => (row.waits > 0 ? `${row.deals} (${m.waits(row.waits)})` : row.deals),
  },
  {
    id: 'attained',
    header: m.columns.attained,
    align: 'right',
    value: (row) => row.attained_minor,
    cell: (row) => price(row.attained_minor, row.currency),
  },
  {
    id: 'target',
    header: m.columns.target,
    align: 'right',
    value: shareOfTarget,
    cell: (row) => percent(shareOfTarget(row)),
  },
  {
    id: 'carried',
    header: m.columns.carried,
    align: 'right',
    value: (row) => row.carried_out_minor,
    cell: (row) => (row.carried_out_minor === 0 ? NONE : price(row.carried_out_minor, row.currency)),
  },
  {
    id: 'paid',
    header: m.columns.paid,
    align: 'right',
    value: (row) => row.total_minor,
    cell: (row) => <b>{price(row.total_minor, row.currency)}</b>,
  },
];

function shareOfTarget(row: Row): number | null {
  return given(row.target_minor) && row.target_minor > 0 ? row.attained_minor / row.target_minor : null;
}
