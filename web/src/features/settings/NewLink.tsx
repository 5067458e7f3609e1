import { Button, Group, Modal, Stack } from '@mantine/core';
import { asProblem, type User } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { LinkOf } from './LinkOf';
import { m } from './messages';
import { useNewLink } from './queries';

/** Makes a new sign-in link for somebody who lost theirs. */
export function NewLink({ user, onClose }: { user: User | null; onClose: () => void }) {
  return (
    <Modal opened={user !== null} onClose={onClose} title={m.people.link}>
      {user && <Making user={user} onClose={onClose} />}
    </Modal>
  );
}

function Making({ user, onClose }: { user: User; onClose: () => void }) {
  const make = useNewLink();
  if (make.data) {
    return <LinkOf says={m.newLink.done(user.name)} name={user.name} path={make.data.link} onClose={onClose} />;
  }
  return (
    <Stack gap="sm">
      <p style={{ margin: 0 }}>{m.newLink.says(user.name)}</p>
      {make.isError && <ProblemNote problem={asProblem(make.error)} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {m.add.cancel}
        </Button>
        <Button loading={make.isPending} data-autofocus onClick={() => make.mutate(user.id)}>
          {m.newLink.go}
        </Button>
      </Group>
    </Stack>
  );
}
