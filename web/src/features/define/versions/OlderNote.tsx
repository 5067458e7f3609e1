import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Which } from '../which';
import { Changes } from './Changes';
import { m } from './messages';
import { compareQuery } from './queries';

interface Props {
  which: Which;
  from: number;
  active: number;
  onCompare: (from: number, to: number) => void;
}

/** Another version became active since the draft was begun: what it brought. */
export function OlderNote({ which, from, active, onCompare }: Props) {
  const { data } = useQuery(compareQuery(which, from, active));
  const styles = { root: { borderColor: 'var(--warn)' }, label: { color: 'var(--ink)' } };
  return (
    <Alert variant="default" my="md" title={m.draft.older(from, active)} styles={styles}>
      {data?.changes.length === 0 && <p style={{ marginTop: 0 }}>{m.draft.olderNone}</p>}
      {data && data.changes.length > 0 && (
        <>
          <p style={{ marginTop: 0 }}>{m.draft.olderSays(active)}</p>
          <Changes changes={data.changes} first={4} />
        </>
      )}
      <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => onCompare(from, active)}>
        {m.draft.compare}
      </Button>
    </Alert>
  );
}
