import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { User } from '@/api';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useChangeUser } from './queries';

interface Props {
  /** None: closed. */
  user: User | null;
  onClose: () => void;
}

/** Sets somebody's password. */
export function PasswordOf({ user, onClose }: Props) {
  return (
    <Modal opened={user !== null} onClose={onClose} title={user && m.password.title(user.name)}>
      {user && <Password key={user.id} user={user} onClose={onClose} />}
    </Modal>
  );
}

/** Shortest password that the server takes. */
const SHORTEST = 10;

function Password({ user, onClose }: { user: User; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const change = useChangeUser();
  const set = () => {
    const then = () => {
      tell(m.password.done(user.name));
      onClose();
    };
    change.mutate({ id: user.id, password }, { onSuccess: then });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          label={m.password.label}
          description={m.password.help}
          autoComplete="new-password"
          required
          minLength={SHORTEST}
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.add.cancel}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {m.password.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Asks before somebody is shut out. */
export function DisablePerson({ user, onClose }: Props) {
  const change = useChangeUser();
  return (
    <Modal opened={user !== null} onClose={onClose} title={user && m.disable.title(user.name)}>
      <p style={{ marginTop: 0 }}>{m.disable.says}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {m.add.cancel}
        </Button>
        <Button
          color="red"
          loading={change.isPending}
          onClick={() => user && change.mutate({ id: user.id, disabled: true }, { onSettled: onClose })}
        >
          {m.disable.go}
        </Button>
      </Group>
    </Modal>
  );
}
