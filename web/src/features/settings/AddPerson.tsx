import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { asProblem, type Added, type Role } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { m } from './messages';
import { LinkOf } from './LinkOf';
import { useAddUser } from './queries';
import { ROLE_CHOICES, roleOf } from './roles';

/** Adds somebody and shows the link that signs them in. */
export function AddPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={m.add.title}>
      <Adding onClose={onClose} />
    </Modal>
  );
}

function Adding({ onClose }: { onClose: () => void }) {
  const [added, setAdded] = useState<Added | null>(null);
  return added ? (
    <LinkOf says={m.add.done(added.user.name)} name={added.user.name} path={added.link} onClose={onClose} />
  ) : (
    <Form onAdded={setAdded} onClose={onClose} />
  );
}

function Form({ onAdded, onClose }: { onAdded: (added: Added) => void; onClose: () => void }) {
  const add = useAddUser();
  const [role, setRole] = useState<Role>('rep');
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', email: '' } });
  return (
    <form onSubmit={form.onSubmit((given) => add.mutate({ ...given, role }, { onSuccess: onAdded }))}>
      <Stack gap="sm">
        <TextInput
          label={m.add.name}
          description={m.add.nameHelp}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput label={m.add.email} type="email" required {...form.getInputProps('email')} />
        <Select
          label={m.add.role}
          data={ROLE_CHOICES}
          allowDeselect={false}
          value={role}
          onChange={(next) => setRole(roleOf(next) ?? role)}
        />
        {add.isError && <ProblemNote problem={asProblem(add.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.add.cancel}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {m.add.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
