import { ActionIcon, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanLine, RateLine } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { date } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { decimalOf } from '@/ui/price';
import { TableSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { m as words } from '../messages';
import { ratesQuery, useAddRate, useRemoveRate } from '../queries';
import { useConfirmed } from '../useConfirmed';
import { Ask } from './Ask';
import { m } from './messages';
import { useToday } from './useToday';

/** What other currencies are worth, from a day on. */
export function Rates({ plans }: { plans: PlanLine[] }) {
  const query = useQuery(ratesQuery);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<RateLine | null>(null);
  const remove = useRemoveRate();
  const taking = useConfirmed(remove, () => {
    tell(m.rates.removed);
    setRemoving(null);
  });
  return (
    <Section
      title={m.rates.title}
      says={m.rates.says}
      actions={
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {m.rates.add}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<TableSkeleton rows={2} />}>
        {(rates) => (
          <DataTable
            columns={columnsOf(setRemoving)}
            rows={rates}
            rowId={(rate) => rate.id}
            label={m.rates.title}
            first={20}
            empty={<p className="soft">{m.rates.none}</p>}
          />
        )}
      </Loaded>
      <Modal opened={adding} onClose={() => setAdding(false)} title={m.rates.add}>
        {adding && <Form to={plans.at(-1)?.versions.at(-1)?.terms.currency ?? ''} onClose={() => setAdding(false)} />}
      </Modal>
      <Ask
        title={removing && m.rates.removing(worth(removing))}
        says={m.rates.removingSays}
        go={m.remove}
        busy={remove.isPending}
        onGo={() => removing && taking.act({ seen: removing, confirmed: false })}
        onClose={() => {
          remove.reset();
          setRemoving(null);
        }}
      >
        {taking.problem && <ProblemNote problem={taking.problem} />}
      </Ask>
      {taking.dialog}
    </Section>
  );
}

const worth = ({ from, rate, to }: RateLine): string => m.rates.worth(from, rate, to);

const columnsOf = (onRemove: (line: RateLine) => void): Column<RateLine>[] => [
  { id: 'worth', header: m.rates.rate, title: true, value: worth },
  { id: 'day', header: m.rates.day, value: (line) => line.day, cell: (line) => date(line.day) },
  {
    id: 'acts',
    header: '',
    align: 'right',
    sorts: false,
    value: () => null,
    cell: (line) => (
      <ActionIcon
        size={32}
        variant="subtle"
        c="var(--ink-soft)"
        aria-label={m.rates.remove(worth(line))}
        onClick={() => onRemove(line)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    ),
  },
];

function Form({ to: plans, onClose }: { to: string; onClose: () => void }) {
  const today = useToday();
  const [typed, setTyped] = useState({ from: '', to: plans, day: today, rate: '' });
  const [unread, setUnread] = useState(false);
  const { act, dialog, problem } = useConfirmed(useAddRate(), () => {
    tell(m.rates.saved);
    onClose();
  });
  const at = (field: string) => problem?.errors?.find((error) => error.field === field)?.message;
  const save = () => {
    const rate = decimalOf(typed.rate);
    setUnread(rate === null);
    if (rate !== null) act({ body: { ...typed, rate }, confirmed: false });
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    required: true,
    error: (name === 'rate' && unread ? m.rates.error : undefined) ?? at(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput label={m.rates.from} maxLength={3} data-autofocus {...field('from')} />
          <TextInput label={m.rates.to} maxLength={3} {...field('to')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput label={m.rates.rate} inputMode="decimal" {...field('rate')} />
          <TextInput label={m.rates.day} type="date" {...field('day')} />
        </Group>
        {problem && !['from', 'to', 'rate', 'day'].some((name) => at(name)) && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit">{words.save}</Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
