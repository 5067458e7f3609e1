import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type View } from '@/api';
import { m } from './messages';

interface Props {
  opened: boolean;
  /** How the saving goes. */
  keep: { isPending: boolean; isError: boolean; error: unknown };
  onSave: (view: Pick<View, 'name' | 'shared'>) => void;
  onClose: () => void;
}

/** Asks for the name of a new view. */
export const SaveView = ({ opened, onClose, ...form }: Props) => (
  <Modal opened={opened} onClose={onClose} title={m.title}>
    {opened && <Form {...form} onClose={onClose} />}
  </Modal>
);

function Form({ keep, onSave, onClose }: Omit<Props, 'opened'>) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave({ name: name.trim(), shared });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={m.name}
          description={m.says}
          required
          data-autofocus
          maxLength={200}
          value={name}
          error={keep.isError ? asProblem(keep.error).detail : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={m.share}
          description={m.sharedHelp}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
