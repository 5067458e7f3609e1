import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Import } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { count, moment, NONE } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { TableSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { importsQuery } from './queries';
import { UndoButton } from './UndoButton';

/** Everything that came in, the latest first. */
export function ImportList({ mayUndo }: { mayUndo: boolean }) {
  const query = useQuery(importsQuery);
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={3} />}>
      {(imports) => (
        <DataTable
          columns={columnsOf(mayUndo)}
          rows={imports}
          rowId={(i) => i.id}
          label={m.list}
          empty={<p className="soft">{m.listEmpty}</p>}
        />
      )}
    </Loaded>
  );
}

function columnsOf(mayUndo: boolean): Column<Import>[] {
  const rows = (i: Import) => i.report?.rows;
  const number = (id: 'read' | 'imported' | 'rejected' | 'duplicates'): Column<Import> => ({
    id,
    header: m.cols[id],
    value: (i) => rows(i)?.[id],
    cell: (i) => (i.report ? count(i.report.rows[id]) : NONE),
    align: 'right',
  });
  return [
    {
      id: 'files',
      header: m.cols.files,
      value: (i) => i.files.join(', '),
      cell: (i) => (
        <Link to="/imports/$import" params={{ import: i.id }} className="quiet-link">
          {i.files.join(', ')}
        </Link>
      ),
      title: true,
    },
    { id: 'at', header: m.cols.at, value: (i) => i.at, cell: (i) => moment(i.at) },
    { id: 'by', header: m.cols.by, value: (i) => i.by ?? m.commandLine },
    { id: 'status', header: m.cols.status, value: (i) => i.status, cell: (i) => m.status(i.status) },
    number('read'),
    number('imported'),
    number('rejected'),
    number('duplicates'),
    ...(mayUndo ? [undoColumn] : []),
  ];
}

const undoColumn: Column<Import> = {
  id: 'undo',
  header: '',
  value: () => null,
  sorts: false,
  cell: (i) => (i.status === 'done' ? <UndoButton id={i.id} files={i.files} /> : null),
};
