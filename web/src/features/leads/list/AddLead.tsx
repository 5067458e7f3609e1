import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '@/api';
import { useKeys } from '@/app/keys';
import { useMay, useUser } from '@/app/session';
import { randomKey } from '@/features/run/key';
import { ProblemNote } from '@/ui/ProblemNote';
import { tellAct } from '@/ui/ActNote';
import { m } from '../messages';
import { useAddLead } from '../queries';

/** Adds a lead; `c` opens it. Nothing for those who may not. */
export function AddLeadButton() {
  const may = useMay('owner', 'manager', 'rep');
  const [opened, { open, close }] = useDisclosure(false);
  useKeys({ c: may && !opened ? open : undefined });
  if (!may) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {m.add.open}
      </Button>
      <Modal opened={opened} onClose={close} title={m.add.title}>
        <AddForm close={close} />
      </Modal>
    </>
  );
}

const EMPTY = { contact: '', email: '', phone: '', account: '', title: '', country: '', source: '', owner: '' };
type Typed = typeof EMPTY;

const FIELDS: { name: keyof Typed; label: string; type?: string; help?: string }[] = [
  { name: 'contact', label: m.add.contact },
  { name: 'email', label: m.add.email, type: 'email' },
  { name: 'phone', label: m.add.phone, type: 'tel' },
  { name: 'account', label: m.add.account },
  { name: 'title', label: m.add.jobTitle },
  { name: 'country', label: m.add.country },
  { name: 'source', label: m.add.source, help: m.add.sourceHelp },
];

function AddForm({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const [key] = useState(randomKey);
  const [typed, setTyped] = useState(EMPTY);
  const add = useAddLead();
  const rep = useUser()?.role === 'rep';
  const problem = add.isError ? asProblem(add.error) : null;
  const errorOf = (name: string) => problem?.errors?.find((e) => e.field === name)?.message;
  const known = [...FIELDS.map((f) => f.name), 'owner'];
  const elsewhere = problem && !(problem.errors ?? []).some((e) => known.includes(e.field));
  const send = () => {
    const name = [typed.contact, typed.account, typed.email, typed.phone].find((n) => n.trim() !== '') ?? '';
    add.mutate(
      { lead: { ...typed, campaign: '', website: '' }, key },
      {
        onSuccess: ({ id, known: was }) => {
          close();
          const says = was ? m.add.known(name) : m.add.done(name);
          tellAct(says, m.act.open, () => void navigate({ to: '/deals/$deal', params: { deal: id } }));
        },
      },
    );
  };
  const field = (name: keyof Typed) => ({
    value: typed[name],
    error: errorOf(name),
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        {FIELDS.map(({ name, label, type, help }) => (
          <TextInput
            key={name}
            label={label}
            {...(type === undefined ? {} : { type })}
            {...(help === undefined ? {} : { description: help })}
            data-autofocus={name === 'contact' || undefined}
            {...field(name)}
          />
        ))}
        <TextInput label={m.add.owner} description={rep ? m.add.ownerHelpRep : m.add.ownerHelp} {...field('owner')} />
        {elsewhere && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
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
