import { Alert, Button, Group } from '@mantine/core';
import { When } from '@/ui/When';
import { m } from './messages';
import { NO_CHOICES } from './proposal';
import type { Choosing } from './useChoices';

/** How the saving of the choices stands, and who changed them last. */
export function ProposalSaving({ choosing: { state, last, choices } }: { choosing: Choosing }) {
  const untouched = state.is === 'saved' && choices === NO_CHOICES;
  return (
    <span role="status">
      {untouched ? '' : words(state)}
      {state.is === 'saved' && !untouched && last.by && (
        <>
          {' '}
          {m.propose.last(last.by)} <When at={last.at} only="relative" />.
        </>
      )}
    </span>
  );
}

function words(state: Choosing['state']): string {
  if (state.is === 'stale') return m.propose.stale;
  return state.is === 'refused' ? m.propose.state.refused(state.says) : m.propose.state[state.is];
}

/** Somebody else changed the choices meanwhile: what can be done about it. */
export function StaleChoices({ choosing: { state, takeTheirs, keepMine } }: { choosing: Choosing }) {
  if (state.is !== 'stale') return null;
  const styles = { root: { borderColor: 'var(--warn)' }, label: { color: 'var(--ink)' } };
  return (
    <Alert variant="default" role="alert" my="md" title={m.propose.stale} styles={styles}>
      <p style={{ marginTop: 0 }}>
        {state.says} {m.propose.staleNext}
      </p>
      <Group gap="sm">
        <Button size="sm" onClick={takeTheirs}>
          {m.propose.takeTheirs}
        </Button>
        <Button size="sm" variant="default" onClick={keepMine}>
          {m.propose.keepMine}
        </Button>
      </Group>
    </Alert>
  );
}
