import { Button, Code, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asProblem, BASE, type Reject } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { Patient } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { TableSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { rejectsQuery } from './queries';

const columns: Column<Reject>[] = [
  { id: 'file', header: m.result.file, value: (r) => r.file, title: true },
  { id: 'line', header: m.result.line, value: (r) => r.line, align: 'right' },
  { id: 'column', header: m.result.column, value: (r) => r.column },
  {
    id: 'value',
    header: m.result.value,
    value: (r) => r.value,
    cell: (r) => (r.value === '' ? null : <Code>{r.value.length > 60 ? `${r.value.slice(0, 60)}…` : r.value}</Code>),
  },
  { id: 'reason', header: m.result.reason, value: (r) => r.reason, long: true },
];

/** Rows that could not be read, a page at a time, and all of them as CSV. */
export function Rejects({ id }: { id: string }) {
  const query = useInfiniteQuery(rejectsQuery(id));
  const rows = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  if (query.isError) return <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  if (query.isPending) {
    return (
      <Patient>
        <TableSkeleton rows={4} />
      </Patient>
    );
  }
  return (
    <>
      <DataTable columns={columns} rows={rows} rowId={(r) => `${r.seq}`} label={m.result.rejects} />
      <Group mt="sm">
        {query.hasNextPage && (
          <Button
            variant="default"
            size="sm"
            onClick={() => void query.fetchNextPage()}
            loading={query.isFetchingNextPage}
          >
            {m.result.more}
          </Button>
        )}
        <Button variant="default" size="sm" component="a" href={`${BASE}/imports/${id}/rejects.csv`} download>
          {m.result.rejectsCsv}
        </Button>
      </Group>
    </>
  );
}
