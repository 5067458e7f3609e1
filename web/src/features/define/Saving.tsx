import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SaveState } from '@/app/saver';
import { When } from '@/ui/When';
import { m } from './messages';

interface SavingProps {
  state: SaveState;
  /** Who changed it last, and when. */
  last: { by?: string | null; at?: string | null };
  /** Nothing was ever changed, so there is nothing to say of its being saved. */
  untouched: boolean;
}

/** How the saving of a draft stands, and who changed it last. */
export function SavingWords({ state, last, untouched }: SavingProps) {
  const quiet = state.is === 'saved' && untouched;
  return (
    <span role="status">
      {quiet ? '' : words(state)}
      {state.is === 'saved' && !untouched && last.by && (
        <>
          {' '}
          {m.propose.last(last.by)} <When at={last.at} only="relative" />.
        </>
      )}
    </span>
  );
}

function words(state: SaveState): string {
  if (state.is === 'stale') return m.propose.stale;
  return state.is === 'refused' ? m.propose.state.refused(state.says) : m.propose.state[state.is];
}

interface StaleProps {
  state: SaveState;
  /** What can be done, in a sentence. */
  says: string;
  onTheirs: () => void;
  onMine: () => void;
  /** More that can be done. */
  children?: ReactNode;
}

/** Somebody else changed a draft meanwhile: nothing is overwritten until one says so. */
export function StaleNote({ state, says, onTheirs, onMine, children }: StaleProps) {
  if (state.is !== 'stale') return null;
  const styles = { root: { borderColor: 'var(--warn)' }, label: { color: 'var(--ink)' } };
  return (
    <Alert variant="default" role="alert" my="md" title={m.propose.stale} styles={styles}>
      <p style={{ marginTop: 0 }}>
        {state.says} {says}
      </p>
      <Group gap="sm">
        <Button size="sm" onClick={onTheirs}>
          {m.propose.takeTheirs}
        </Button>
        <Button size="sm" variant="default" onClick={onMine}>
          {m.propose.keepMine}
        </Button>
        {children}
      </Group>
    </Alert>
  );
}
