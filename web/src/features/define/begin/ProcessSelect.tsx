import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { hrefOf } from '../address';
import { m } from './messages';
import { processesQuery } from './queries';

/** Goes from one process to another where there are several, and to where another is begun. */
export function ProcessSelect({ here, leads }: { here: string; leads: boolean }) {
  const all = useQuery(processesQuery).data ?? [];
  const navigate = useNavigate();
  const go = (id: string) => {
    const first = all.some((p) => p.id === id && p.first);
    void navigate({ href: hrefOf({ tab: 'process', from: null, to: null }, first ? undefined : id) });
  };
  return (
    <>
      {all.length > 1 && (
        <NativeSelect
          aria-label={m.which}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={here}
          onChange={(event) => go(event.currentTarget.value)}
        />
      )}
      {leads && (
        <Button component={Link} to="/define/begin" variant="subtle">
          {m.another}
        </Button>
      )}
    </>
  );
}
