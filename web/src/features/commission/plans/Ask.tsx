import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { m } from '../messages';

interface Props {
  /** None: closed. */
  title: string | null;
  says: string;
  go: string;
  busy: boolean;
  onGo: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is taken away. */
export const Ask = ({ title, says, go, busy, onGo, onClose, children }: Props) => (
  <Modal opened={title !== null} onClose={onClose} title={title}>
    <p style={{ marginTop: 0 }}>{says}</p>
    {children}
    <Group justify="flex-end" mt="md">
      <Button variant="default" data-autofocus onClick={onClose}>
        {m.cancel}
      </Button>
      <Button color="red" loading={busy} onClick={onGo}>
        {go}
      </Button>
    </Group>
  </Modal>
);
