import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem, type RefusedRequest } from '@/api';
import { useMay } from '@/app/session';
import { CsvLink } from '@/ui/CsvLink';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { Patient } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { TableSkeleton } from '@/ui/Skeletons';
import { When } from '@/ui/When';
import { m } from './messages';
import { REFUSALS_CSV, refusalsQuery } from './queries';

/** What was refused, for owners. */
export function Refusals() {
  return useMay('owner') ? <Trail /> : null;
}

function Trail() {
  const query = useInfiniteQuery(refusalsQuery);
  const rows = query.data?.pages.flatMap((page) => page.refusals) ?? [];
  const some = rows.length > 0;
  return (
    <Section title={m.title} {...(some ? { says: m.says } : {})} actions={some && <CsvLink href={REFUSALS_CSV} />}>
      {query.isError && <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && (
        <Patient>
          <TableSkeleton rows={3} />
        </Patient>
      )}
      {query.isSuccess && !some && <EmptyState title={m.empty}>{m.emptySays}</EmptyState>}
      {some && (
        <>
          <DataTable columns={COLUMNS} rows={rows} rowId={(r) => `${r.no}`} label={m.label} first={10} />
          <Group mt="sm">
            <span className="soft">{m.shown(rows.length)}</span>
            {query.hasNextPage && (
              <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {m.more}
              </Button>
            )}
          </Group>
        </>
      )}
    </Section>
  );
}

const whoOf = ({ by, role }: RefusedRequest): string => (by ? `${by} (${role ?? ''})` : m.stranger);

const COLUMNS: Column<RefusedRequest>[] = [
  { id: 'action', header: m.action, title: true, value: (r) => r.action },
  { id: 'by', header: m.by, value: whoOf },
  { id: 'why', header: m.why, value: (r) => m.whys.get(r.why) ?? r.why },
  { id: 'at', header: m.at, value: (r) => r.at, cell: (r) => <When at={r.at} /> },
  { id: 'network', header: m.network, value: (r) => r.network },
  { id: 'path', header: m.path, value: (r) => `${r.method} ${r.path}`, long: true },
];
