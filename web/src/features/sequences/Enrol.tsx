import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type DealPerson } from '@/api';
import { given } from '@/ui/given';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { sequencesQuery, useEnrol } from './queries';

interface Props {
  deal: string;
  people: DealPerson[];
  opened: boolean;
  onClose: () => void;
}

/** Takes somebody of a deal into a sequence. */
export function Enrol({ opened, onClose, ...props }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={m.deal.enrol}>
      {opened && <Form {...props} onClose={onClose} />}
    </Modal>
  );
}

function Form({ deal, people, onClose }: Omit<Props, 'opened'>) {
  const sequences = useQuery(sequencesQuery).data ?? [];
  const who = people.flatMap(({ name, email }) =>
    given(email) && email !== '' ? [{ value: email, label: name === '' ? email : `${name} (${email})` }] : [],
  );
  const [contact, setContact] = useState(who[0]?.value ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const sequence = chosen ?? sequences[0]?.id ?? null;
  const enrol = useEnrol(deal);
  if (who.length === 0) return <p style={{ marginTop: 0 }}>{m.deal.nobody}</p>;
  if (sequences.length === 0) return <p style={{ marginTop: 0 }}>{m.deal.noSequence}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (contact === null || sequence === null) return;
        const done = (begun: { name: string }) => {
          tell(m.deal.begun(begun.name));
          onClose();
        };
        enrol.mutate({ contact, sequence }, { onSuccess: done });
      }}
    >
      <Stack gap="sm">
        <Select
          label={m.deal.who}
          required
          allowDeselect={false}
          data={who}
          value={contact}
          onChange={(next) => {
            enrol.reset();
            setContact(next);
          }}
        />
        <Select
          label={m.deal.which}
          required
          allowDeselect={false}
          data={sequences.map(({ id, name }) => ({ value: id, label: name }))}
          value={sequence}
          onChange={setChosen}
        />
        {enrol.isError && <ProblemNote problem={asProblem(enrol.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.deal.cancel}
          </Button>
          <Button type="submit" loading={enrol.isPending}>
            {m.deal.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
