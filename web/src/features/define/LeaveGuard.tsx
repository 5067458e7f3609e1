import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { m } from './messages';

/** Asks before a page with unsaved changes is left. */
export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  const { status } = blocker;
  return (
    <Modal opened={status === 'blocked'} onClose={() => blocker.reset?.()} title={m.save.leave.title}>
      <p style={{ marginTop: 0 }}>{m.save.leave.says}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {m.save.leave.go}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {m.save.leave.stay}
        </Button>
      </Group>
    </Modal>
  );
}
