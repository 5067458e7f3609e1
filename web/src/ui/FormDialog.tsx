import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { m } from './messages';

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  onSend: () => void;
  /** The button that sends. */
  go: string;
  busy: boolean;
  disabled?: boolean;
  danger?: boolean;
  children: ReactNode;
}

/** A form in a dialog: what is asked, and the buttons that send it or leave. */
export function FormDialog({ title, opened, onClose, onSend, go, busy, disabled, danger, children }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <Stack gap="sm">
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.cancel}
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={disabled ?? false}
              {...(danger === true && { color: 'red' })}
            >
              {go}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
