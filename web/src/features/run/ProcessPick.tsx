import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { writeParams } from '@/app/selection';
import { processesQuery } from '@/features/define/begin/queries';
import { m } from './messages';

/** Chooses whose deals the board shows, where there are several processes. The choice stands in the address. */
export function ProcessPick({ here }: { here: string | undefined }) {
  const all = useQuery(processesQuery).data ?? [];
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  if (all.length < 2 || here === undefined) return null;
  const go = (id: string) => {
    const first = all.some((p) => p.id === id && p.first);
    void navigate({ href: pathname + writeParams({ ...search, process: first ? undefined : id }), replace: true });
  };
  return (
    <NativeSelect
      size="sm"
      aria-label={m.board.process}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={here}
      onChange={(event) => go(event.currentTarget.value)}
    />
  );
}
