import { Button, Group, Modal, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type TeamLine } from '@/api';
import { useFields } from '@/ui/fields';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { usersQuery } from '../queries';
import { m } from './messages';
import { useKeepTeam } from './queries';

interface Props {
  /** None: closed. Without a team: a new one. */
  form: { team: TeamLine | null } | null;
  onClose: () => void;
}

/** Adds a team, or changes one. */
export const TeamForm = ({ form, onClose }: Props) => (
  <Modal opened={form !== null} onClose={onClose} title={form?.team ? m.edit(form.team.name) : m.add}>
    {form && <Form team={form.team} onClose={onClose} />}
  </Modal>
);

function Form({ team, onClose }: { team: TeamLine | null; onClose: () => void }) {
  const keep = useKeepTeam();
  const [name, setName] = useState(team?.name ?? '');
  const [members, setMembers] = useState(team?.members ?? []);
  const owners = useFields().find((f) => f.name === 'owner');
  const users = useQuery(usersQuery).data ?? [];
  const known = [...new Set([...users.map((u) => u.name), ...(owners?.values ?? []).map((v) => v.value)])];
  const problem = keep.isError ? asProblem(keep.error) : null;
  const wrong = (field: string) => problem?.errors?.find((e) => e.field === field)?.message;
  const done = () => {
    tell(m.saved(name));
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ of: team, team: { name: name.trim(), members } }, { onSuccess: done });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={m.name}
          required
          maxLength={200}
          data-autofocus
          value={name}
          error={wrong('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TagsInput
          label={m.members}
          description={m.membersHelp}
          data={known.filter((one) => one !== '')}
          limit={30}
          value={members}
          error={wrong('members')}
          onChange={setMembers}
        />
        {problem && (problem.errors ?? []).length === 0 && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
