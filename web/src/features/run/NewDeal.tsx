import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '@/api';
import { useKeys } from '@/app/keys';
import { useMay, useUser } from '@/app/session';
import { useFields } from '@/ui/fields';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { randomKey } from './key';
import { m } from './messages';
import { type NewDeal, useAddDeal } from './queries';
import { useWord } from './views/useWord';

/** Adds a deal; `c` opens it. Nothing for those who may not. */
export function NewDealButton() {
  const may = useMay('owner', 'manager', 'rep');
  const [asked, setAsked] = useWord('new');
  const [opened, { open, close: shut }] = useDisclosure(asked !== '');
  const close = () => {
    shut();
    if (asked !== '') setAsked('');
  };
  useKeys({ c: may && !opened ? open : undefined });
  if (!may) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {m.new.open}
      </Button>
      <Modal opened={opened} onClose={close} title={m.new.title}>
        <NewDealForm close={close} />
      </Modal>
    </>
  );
}

const EMPTY = { name: '', account: '', owner: '', product: '', value: '', currency: '' };

function NewDealForm({ close }: { close: () => void }) {
  const navigate = useNavigate();
  // The same form sent twice, after a broken connection for one, adds one deal.
  const [key] = useState(randomKey);
  const add = useAddDeal((view) => {
    close();
    tell(m.new.done(view.deal.name));
    void navigate({ to: '/deals/$deal', params: { deal: view.deal.id } });
  });
  const form = useForm({ mode: 'uncontrolled', initialValues: EMPTY });
  const known = useFields();
  const rep = useUser()?.role === 'rep';
  const values = (name: string): string[] => {
    const field = known.find((f) => f.name === name);
    return field?.values.map((v) => v.value).filter((v) => v !== '') ?? [];
  };
  const send = (given: typeof EMPTY) => add.mutate({ deal: { ...filled(given), name: given.name }, key });
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack gap="sm">
        <TextInput
          label={m.new.name}
          description={m.new.nameHelp}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Autocomplete label={m.new.account} data={values('account')} limit={8} {...form.getInputProps('account')} />
        {!rep && (
          <Autocomplete
            label={m.new.owner}
            description={m.new.ownerHelp}
            data={values('owner')}
            limit={8}
            {...form.getInputProps('owner')}
          />
        )}
        <Autocomplete label={m.new.product} data={values('product')} limit={8} {...form.getInputProps('product')} />
        <Group grow align="flex-start">
          <TextInput
            label={m.new.value}
            inputMode="decimal"
            placeholder="1200.50"
            pattern="[0-9 ]+(\.[0-9]+)?"
            {...form.getInputProps('value')}
          />
          <TextInput label={m.new.currency} placeholder="EUR" maxLength={3} {...form.getInputProps('currency')} />
        </Group>
        {add.isError && <ProblemNote problem={asProblem(add.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {m.new.cancel}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {m.new.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Only what was filled in. */
const filled = (given: typeof EMPTY): Partial<NewDeal> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
