import { Autocomplete, Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useUser } from '@/app/session';
import { usersQuery } from '@/features/settings/queries';
import { m } from '../messages';

interface Props {
  /** How many leads; none: closed. */
  leads: number;
  onClose: () => void;
}

/** Asks why leads are dropped. */
export function DropDialog({ leads, onClose, onDrop }: Props & { onDrop: (reason: string) => void }) {
  return (
    <Modal opened={leads > 0} onClose={onClose} title={m.drop.title(leads)}>
      <Ask
        label={m.drop.reason}
        help={m.drop.help}
        choices={[...m.drop.usual]}
        required
        go={m.drop.go}
        onClose={onClose}
        onGo={onDrop}
      />
    </Modal>
  );
}

/** Asks to whom leads go; a rep takes them for themselves. */
export function AssignDialog({ leads, onClose, onAssign }: Props & { onAssign: (owner: string) => void }) {
  const me = useUser();
  const users = useQuery({ ...usersQuery, enabled: leads > 0 }).data ?? [];
  const sells = users.filter((u) => !u.disabled && ['owner', 'manager', 'rep'].includes(u.role));
  const names = me?.role === 'rep' ? [me.name] : sells.map((u) => u.name);
  return (
    <Modal opened={leads > 0} onClose={onClose} title={m.assign.title(leads)}>
      <Ask
        label={m.assign.owner}
        help={m.assign.help}
        choices={[...new Set(names)]}
        required={false}
        start={me?.role === 'rep' ? me.name : ''}
        go={m.assign.go}
        onClose={onClose}
        onGo={onAssign}
      />
    </Modal>
  );
}

interface AskProps {
  label: string;
  help: string;
  choices: string[];
  required: boolean;
  start?: string;
  go: string;
  onClose: () => void;
  onGo: (value: string) => void;
}

function Ask({ label, help, choices, required, start = '', go, onClose, onGo }: AskProps) {
  const [value, setValue] = useState(start);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onGo(value.trim());
      }}
    >
      <Stack gap="md">
        <Autocomplete
          label={label}
          description={help}
          data={choices}
          required={required}
          maxLength={200}
          data-autofocus
          value={value}
          onChange={setValue}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.drop.cancel}
          </Button>
          <Button type="submit">{go}</Button>
        </Group>
      </Stack>
    </form>
  );
}
