import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface AskFormProps {
  onClose: () => void;
  onSend: () => void;
  /** The button that sends. */
  go: string;
  busy?: boolean;
  disabled?: boolean;
  danger?: boolean;
  children: ReactNode;
}

interface FormDialogProps extends AskFormProps {
  title: string;
  opened: boolean;
}

/** What is asked, and the buttons that send it or leave. */
export const AskForm = ({ onClose, onSend, go, busy, disabled, danger, children }: AskFormProps) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      if (disabled !== true) onSend();
    }}
  >
    <Stack gap="sm">
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          loading={busy ?? false}
          disabled={disabled ?? false}
          {...(danger === true && { color: 'red' })}
        >
          {go}
        </Button>
      </Group>
    </Stack>
  </form>
);

/** A form in a dialog. */
export const FormDialog = ({ title, opened, ...form }: FormDialogProps) => (
  <Modal opened={opened} onClose={form.onClose} title={title} size="lg">
    <AskForm {...form} />
  </Modal>
);
