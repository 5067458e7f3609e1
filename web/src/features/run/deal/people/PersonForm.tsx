import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, type DealPerson } from '@/api';
import { useAddPerson } from '../../queries';
import { found, headed, sentFor, wordsFor } from '../offers';
import { m } from './messages';
import { knownBy, roleOffers } from './person';

interface Props {
  deal: string;
  /** Whom to change, or a new person; none: closed. */
  asked: DealPerson | 'new' | null;
  roles: readonly string[];
  onClose: () => void;
}

/** Adds somebody on the prospect's side, or changes what is known of them. */
export function PersonForm({ asked, ...props }: Props) {
  const title = asked === null ? null : asked === 'new' ? m.title2.add : m.title2.edit(asked.name);
  return (
    <Modal opened={asked !== null} onClose={props.onClose} title={title}>
      {asked !== null && <Form person={asked === 'new' ? null : asked} {...props} />}
    </Modal>
  );
}

function Form({ deal, person, roles, onClose }: Omit<Props, 'asked'> & { person: DealPerson | null }) {
  const add = useAddPerson(deal);
  const offers = roleOffers(roles);
  const fixed = knownBy(person);
  const form = useForm({
    initialValues: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      title: person?.title ?? '',
      role: wordsFor(offers, person?.role ?? ''),
    },
  });
  const send = ({ role, ...others }: typeof form.values) =>
    add.mutate(
      { ...others, role: sentFor(offers, role) },
      {
        onSuccess: onClose,
        onError: (error) => {
          const errors = asProblem(error).errors ?? [];
          form.setErrors(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
        },
      },
    );
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack gap="sm">
        <TextInput
          label={m.name}
          required
          maxLength={200}
          data-autofocus
          readOnly={fixed === 'name'}
          {...(fixed === 'name' && { description: m.nameFixed })}
          {...form.getInputProps('name')}
        />
        <Autocomplete
          label={m.role}
          description={m.roleHelp}
          data={headed(found(offers, form.values.role)).flatMap((group) => group.items)}
          filter={({ options }) => options}
          {...form.getInputProps('role')}
        />
        <TextInput label={m.job} description={m.jobHelp} maxLength={200} {...form.getInputProps('title')} />
        <TextInput
          label={m.email}
          inputMode="email"
          maxLength={200}
          readOnly={fixed === 'email'}
          {...(fixed === 'email' && { description: m.emailFixed })}
          {...form.getInputProps('email')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {m.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
