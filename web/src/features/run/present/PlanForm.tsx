import { Autocomplete, Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Meeting } from '@/api';
import { usersQuery } from '@/features/settings/queries';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { PeopleInput } from './PeopleInput';
import { usePlan } from './queries';
import { localTime, momentOf } from './times';

interface Props {
  deal: string;
  /** The meeting that is changed, a new one, or none: closed. */
  asked: Meeting | 'new' | null;
  /** Who usually comes of us. */
  owner: string;
  /** People known on the prospect's side. */
  theirs: readonly string[];
  /** Words that criteria look for. */
  tags: readonly string[];
  onClose: () => void;
}

/** Plans a meeting, or changes one. */
export function PlanForm({ asked, onClose, ...rest }: Props) {
  const words = m.meetings.form;
  return (
    <Modal opened={asked !== null} onClose={onClose} title={asked === 'new' ? words.titleNew : words.titleChange}>
      {asked !== null && (
        <Form
          key={asked === 'new' ? 'new' : asked.id}
          known={asked === 'new' ? null : asked}
          onClose={onClose}
          {...rest}
        />
      )}
    </Modal>
  );
}

interface FormProps extends Omit<Props, 'asked'> {
  known: Meeting | null;
}

function Form({ deal, known, owner, theirs: people, tags, onClose }: FormProps) {
  const plan = usePlan(deal);
  const users = useQuery(usersQuery).data ?? [];
  const [title, setTitle] = useState(known?.plan.title ?? '');
  const [start, setStart] = useState(known ? localTime(known.plan.start) : '');
  const [minutes, setMinutes] = useState<number | string>(known?.plan.minutes ?? 45);
  const [place, setPlace] = useState(known?.plan.place ?? '');
  const [tag, setTag] = useState(known?.plan.tag ?? '');
  const [ours, setOurs] = useState<string[]>(known?.plan.ours ?? (owner === '' ? [] : [owner]));
  const [theirs, setTheirs] = useState<string[]>(known?.plan.theirs ?? []);
  const words = m.meetings.form;
  const errors = plan.isError ? (asProblem(plan.error).errors ?? []) : [];
  const wrong = (field: string) => errors.find((e) => e.field === field || e.field.startsWith(`${field}.`))?.message;
  const at = momentOf(start);
  const go = () => {
    if (at === null) return;
    const body = { title: title.trim(), start: at, minutes: Number(minutes), place, tag, ours, theirs };
    plan.mutate(
      { meeting: known?.id ?? null, plan: body },
      {
        onSuccess: () => {
          tell(m.meetings.told.planned(title.trim()));
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={words.title}
          required
          maxLength={200}
          data-autofocus
          value={title}
          error={wrong('title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            type="datetime-local"
            label={words.start}
            description={words.startHelp}
            required
            value={start}
            error={wrong('start')}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
          <NumberInput
            label={words.minutes}
            description={' '}
            required
            min={1}
            max={1440}
            step={15}
            allowDecimal={false}
            value={minutes}
            error={wrong('minutes')}
            onChange={setMinutes}
          />
        </Group>
        <TextInput
          label={words.place}
          description={words.placeHelp}
          maxLength={500}
          value={place}
          error={wrong('place')}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Autocomplete
          label={words.tag}
          description={words.tagHelp}
          data={[...new Set(['demo', ...tags])]}
          maxLength={100}
          value={tag}
          error={wrong('tag')}
          onChange={setTag}
        />
        <PeopleInput
          label={words.ours}
          description={words.peopleHelp}
          known={users.filter((user) => !user.disabled).map((user) => user.name)}
          value={ours}
          error={wrong('ours')}
          onChange={setOurs}
        />
        <PeopleInput label={words.theirs} known={people} value={theirs} error={wrong('theirs')} onChange={setTheirs} />
        <Group justify="flex-end">
          <Button type="submit" loading={plan.isPending} disabled={title.trim() === '' || at === null}>
            {known ? words.save : words.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
