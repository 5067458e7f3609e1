import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { asProblem, type Contents } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useNameEditor, usersQuery } from './queries';

interface Props {
  contents: Contents;
  onClose: () => void;
}

/** Names the one person responsible, and what else stands on the cover. */
export function ImprintForm({ contents, onClose }: Props) {
  const users = useQuery(usersQuery).data ?? [];
  const save = useNameEditor(() => {
    tell(m.imprint.saved);
    onClose();
  });
  const { title, company, editor } = contents;
  const form = useForm({ initialValues: { title, company, editor: editor ?? '' } });
  return (
    <Modal opened onClose={onClose} title={m.imprint.title}>
      <form onSubmit={form.onSubmit((values) => save.mutate({ ...values, editor: values.editor || null }))}>
        <Stack gap="sm">
          <Autocomplete
            label={m.imprint.editor}
            description={m.imprint.editorHelp}
            data={[...new Set(users.map((u) => u.name))]}
            data-autofocus
            {...form.getInputProps('editor')}
          />
          <TextInput label={m.imprint.name} required {...form.getInputProps('title')} />
          <TextInput label={m.imprint.company} {...form.getInputProps('company')} />
          {save.isError && <ProblemNote problem={asProblem(save.error)} />}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {m.imprint.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
