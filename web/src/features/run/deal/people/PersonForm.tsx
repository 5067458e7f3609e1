import { Autocomplete, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { asProblem, type DealPerson, type PersonInfluence, type PersonStand } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { useAddPerson, useRemovePerson } from '../../queries';
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

const STANDS = ['for', 'neutral', 'against', 'unknown'] as const satisfies readonly PersonStand[];
const INFLUENCES = ['high', 'medium', 'low', 'unknown'] as const satisfies readonly PersonInfluence[];

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
  const remove = useRemovePerson(deal);
  const known = knownBy(person);
  const form = useForm({
    initialValues: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      title: person?.title ?? '',
      role: wordsFor(offers, person?.role ?? ''),
      stand: person?.stand ?? 'unknown',
      influence: person?.influence ?? 'unknown',
    },
  });
  const send = ({ role, stand, influence, ...others }: typeof form.values) =>
    add.mutate(
      {
        ...others,
        role: sentFor(offers, role),
        stand: STANDS.find((word) => word === stand) ?? 'unknown',
        influence: INFLUENCES.find((word) => word === influence) ?? 'unknown',
        ...(known !== null && { was: known }),
      },
      {
        onSuccess: onClose,
        onError: (error) => {
          const errors = asProblem(error).errors ?? [];
          form.setErrors(Object.fromEntries(errors.map(({ field, message }) => [field, message])));
        },
      },
    );
  const takeOff = () => {
    if (person === null || known === null) return;
    const { name, email, title, role, stand, influence } = person;
    const back = { email: email ?? '', title: title ?? '', role: role ?? '', stand, influence };
    remove.mutate(known, {
      onSuccess: () => {
        tellAct(m.removed(name === '' ? known : name), m.undo, () =>
          add.mutate({ ...back, name: name === '' ? known : name }),
        );
        onClose();
      },
    });
  };
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack gap="sm">
        <TextInput label={m.name} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <Autocomplete
          label={m.role}
          description={m.roleHelp}
          data={headed(found(offers, form.values.role)).flatMap((group) => group.items)}
          filter={({ options }) => options}
          {...form.getInputProps('role')}
        />
        <TextInput label={m.job} description={m.jobHelp} maxLength={200} {...form.getInputProps('title')} />
        <TextInput label={m.email} inputMode="email" maxLength={200} {...form.getInputProps('email')} />
        <Group grow align="flex-start">
          <Select
            label={m.stand}
            allowDeselect={false}
            data={STANDS.map((value) => ({ value, label: m.stands[value] }))}
            {...form.getInputProps('stand')}
          />
          <Select
            label={m.influence}
            allowDeselect={false}
            data={INFLUENCES.map((value) => ({ value, label: m.influences[value] }))}
            {...form.getInputProps('influence')}
          />
        </Group>
        <Group justify={known === null ? 'flex-end' : 'space-between'}>
          {known !== null && (
            <Button variant="subtle" color="red" loading={remove.isPending} onClick={takeOff}>
              {m.remove}
            </Button>
          )}
          <Button type="submit" loading={add.isPending}>
            {m.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
