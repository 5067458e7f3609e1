import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CommitmentVerdict } from '@/api';
import { m } from './messages';

interface News {
  due?: string;
  actor?: string;
}

interface Props {
  /** None: closed. */
  commitment: CommitmentVerdict | null;
  busy: boolean;
  /** Names of who may have said so. */
  people: string[];
  onSend: (commitment: CommitmentVerdict, news: News) => void;
  onClose: () => void;
}

/** Writes down that the prospect agreed, by when, and who said so. */
export function AgreedForm({ commitment, ...props }: Props) {
  return (
    <Modal opened={commitment !== null} onClose={props.onClose} title={m.form.title}>
      {commitment && <Form key={commitment.id} commitment={commitment} {...props} />}
    </Modal>
  );
}

function Form({ commitment, busy, people, onSend }: Props & { commitment: CommitmentVerdict }) {
  const [due, setDue] = useState('');
  const [actor, setActor] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const who = actor.trim();
        onSend(commitment, { ...(due === '' ? {} : { due }), ...(who === '' ? {} : { actor: who }) });
      }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{commitment.says}</p>
        <TextInput
          type="date"
          label={m.form.due}
          description={m.form.dueHelp}
          data-autofocus
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
        <Autocomplete
          label={m.form.actor}
          description={m.form.actorHelp}
          data={[...new Set(people)]}
          value={actor}
          onChange={setActor}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {m.form.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
