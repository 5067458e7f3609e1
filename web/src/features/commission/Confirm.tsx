import { Button, Group, List, Modal } from '@mantine/core';
import type { Problem } from '@/api';
import css from './Commission.module.css';
import { m } from './messages';

interface Props {
  /** What would change; none: closed. */
  problem: Problem | null;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says which statements of ended periods a change counts anew, before it does. */
export function Confirm({ problem, busy, onConfirm, onClose }: Props) {
  return (
    <Modal opened={problem !== null} onClose={onClose} title={m.confirm.title} zIndex={400}>
      <p style={{ marginTop: 0 }}>{problem?.detail}</p>
      <List size="sm" className={css.changes} tabIndex={0} aria-label={m.confirm.title}>
        {(problem?.errors ?? []).map((error) => (
          <List.Item key={error.field + error.message}>
            <b>{error.field}</b>: {error.message}
          </List.Item>
        ))}
      </List>
      <p>{m.confirm.says}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          {m.confirm.back}
        </Button>
        <Button color="red" loading={busy} onClick={onConfirm}>
          {m.confirm.go}
        </Button>
      </Group>
    </Modal>
  );
}
