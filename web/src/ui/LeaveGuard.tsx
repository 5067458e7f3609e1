import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { m } from '@/messages';

interface Props {
  /** Whether there is something to lose. */
  when: boolean;
  /** What is not saved, in a sentence. */
  says: string;
}

/** Asks before a page with unsaved changes is left. */
export function LeaveGuard({ when, says }: Props) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={m.leave.title}>
      <p style={{ marginTop: 0 }}>{says}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {m.leave.go}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {m.leave.stay}
        </Button>
      </Group>
    </Modal>
  );
}
