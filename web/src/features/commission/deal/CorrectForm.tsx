import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type Deal, type DealCommission } from '@/api';
import { randomKey } from '@/features/run/key';
import { ProblemNote } from '@/ui/ProblemNote';
import { minorOf } from '@/ui/price';
import { tell } from '@/ui/toast';
import { m as words } from '../messages';
import { useToday } from '../plans/useToday';
import { useCorrect } from '../queries';
import { useSellers } from '../useSellers';
import { m } from './messages';
import { signed } from './shares';

interface Props {
  opened: boolean;
  deal: Deal;
  commission: DealCommission;
  onClose: () => void;
}

/** Adds an amount to what somebody is paid for a deal, or takes it off. */
export const CorrectForm = ({ opened, ...props }: Props) => (
  <Modal opened={opened} onClose={props.onClose} title={m.correct.title}>
    {opened && <Form {...props} />}
  </Modal>
);

const FIELDS = ['person', 'amount_minor', 'currency', 'day', 'reason'];

function Form({ deal, commission, onClose }: Omit<Props, 'opened'>) {
  const { all } = useSellers();
  const today = useToday();
  const [key] = useState(randomKey);
  const first = commission.shares[0];
  const [typed, setTyped] = useState({
    person: first?.person ?? deal.owner ?? '',
    amount: '',
    currency: first?.amount?.currency ?? commission.price?.currency ?? '',
    day: today,
    reason: '',
  });
  const [unread, setUnread] = useState(false);
  const correct = useCorrect(deal.id, key);
  const problem = correct.isError ? asProblem(correct.error) : null;
  const at = (field: string) => problem?.errors?.find((error) => error.field === field)?.message;
  const change = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part });
    setUnread(false);
  };
  const save = () => {
    const amount_minor = signed(typed.amount, minorOf);
    setUnread(amount_minor === null);
    if (amount_minor === null) return;
    const { person, currency, day, reason } = typed;
    const done = () => {
      tell(m.correct.done);
      onClose();
    };
    correct.mutate({ person, amount_minor, currency, day, reason }, { onSuccess: done });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{m.correct.says}</p>
        <Autocomplete
          label={m.correct.person}
          required
          data={all}
          value={typed.person}
          error={at('person')}
          onChange={(person) => change({ person })}
        />
        <Group grow align="flex-end">
          <TextInput
            label={m.correct.amount}
            description={m.correct.amountHelp}
            required
            data-autofocus
            value={typed.amount}
            error={unread ? m.correct.error : at('amount_minor')}
            onChange={(event) => change({ amount: event.currentTarget.value })}
          />
          <TextInput
            label={m.correct.currency}
            required
            maxLength={3}
            value={typed.currency}
            error={at('currency')}
            onChange={(event) => change({ currency: event.currentTarget.value })}
          />
        </Group>
        <TextInput
          type="date"
          label={m.correct.day}
          required
          max={today}
          value={typed.day}
          error={at('day')}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
        <TextInput
          label={m.correct.reason}
          description={m.correct.reasonHelp}
          required
          maxLength={1000}
          value={typed.reason}
          error={at('reason')}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {problem && !FIELDS.some((field) => at(field)) && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={correct.isPending}>
            {m.correct.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
