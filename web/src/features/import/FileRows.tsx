import type { Import } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { count } from '@/ui/format';
import { m } from './messages';

type FileReport = NonNullable<Import['report']>['files'][number];

const number = (id: keyof FileReport['rows'], header: string): Column<FileReport> => ({
  id,
  header,
  value: (f) => f.rows[id] ?? 0,
  cell: (f) => count(f.rows[id] ?? 0),
  align: 'right',
});

const columns: Column<FileReport>[] = [
  { id: 'name', header: m.result.file, value: (f) => f.name, title: true },
  number('read', m.result.rows),
  number('imported', m.result.imported),
  number('rejected', m.result.rejected),
  number('duplicates', m.result.duplicates),
  number('left_out', m.result.leftOut),
];

/** What became of the rows of each file. */
export function FileRows({ files }: { files: FileReport[] }) {
  return <DataTable columns={columns} rows={files} rowId={(f) => f.name} label={m.result.files} />;
}
