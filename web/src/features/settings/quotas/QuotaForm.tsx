import { Autocomplete, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Quota, type QuotaHolder, type QuotaLine, type QuotaPeriod } from '@/api';
import { useFields } from '@/ui/fields';
import { amountText, minorOf } from '@/ui/price';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { teamsQuery } from '../teams/queries';
import { m } from './messages';
import { useKeepQuota } from './queries';

interface Props {
  /** None: closed. Without a quota: a new one. */
  form: { quota: QuotaLine | null } | null;
  /** What a new one begins with. */
  begin: Pick<Quota, 'currency' | 'from'>;
  onClose: () => void;
}

/** Adds a quota, or changes one. */
export const QuotaForm = ({ form, begin, onClose }: Props) => (
  <Modal opened={form !== null} onClose={onClose} title={form?.quota ? m.edit(form.quota.name) : m.add}>
    {form && <Form line={form.quota} begin={begin} onClose={onClose} />}
  </Modal>
);

const HOLDERS: readonly QuotaHolder[] = ['person', 'team'];
const PERIODS: readonly QuotaPeriod[] = ['month', 'quarter'];

function Form({ line, begin, onClose }: { line: QuotaLine | null } & Pick<Props, 'begin' | 'onClose'>) {
  const keep = useKeepQuota();
  const [who, setWho] = useState<QuotaHolder>(line?.who ?? 'person');
  const [name, setName] = useState(line?.name ?? '');
  const [amount, setAmount] = useState(line ? amountText(line.amount_minor) : '');
  const [currency, setCurrency] = useState(line?.currency ?? begin.currency);
  const [per, setPer] = useState<QuotaPeriod>(line?.per ?? 'quarter');
  const [from, setFrom] = useState(line?.from ?? begin.from);
  const [tried, setTried] = useState(false);
  const fields = useFields();
  const teams = useQuery(teamsQuery).data ?? [];
  const valuesOf = (field: string) => (fields.find((f) => f.name === field)?.values ?? []).map((v) => v.value);
  const known = who === 'person' ? valuesOf('owner') : [...teams.map((t) => t.name), ...valuesOf('team')];
  const minor = minorOf(amount);
  const problem = keep.isError ? asProblem(keep.error) : null;
  const wrong = (field: string) => problem?.errors?.find((e) => e.field === field)?.message;
  const send = () => {
    setTried(true);
    if (minor === null || minor === 0) return;
    const quota: Quota = { who, name: name.trim(), amount_minor: minor, currency, per, from };
    keep.mutate(
      { of: line, quota },
      {
        onSuccess: () => {
          tell(m.saved(quota.name));
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <NativeSelect
          label={m.who}
          value={who}
          onChange={(event) => setWho(HOLDERS.find((one) => one === event.currentTarget.value) ?? 'person')}
          data={HOLDERS.map((value) => ({ value, label: m[value] }))}
        />
        <Autocomplete
          label={m.name}
          description={m.nameHelp}
          required
          maxLength={200}
          limit={30}
          data={[...new Set(known)].filter((one) => one !== '')}
          value={name}
          error={wrong('name')}
          onChange={setName}
        />
        <Group grow align="flex-start">
          <TextInput
            label={m.amount}
            required
            inputMode="decimal"
            value={amount}
            error={wrong('amount_minor') ?? (tried && (minor === null || minor === 0) ? m.amountWrong : undefined)}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
          <TextInput
            label={m.currency}
            required
            maxLength={3}
            value={currency}
            error={wrong('currency')}
            onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
          />
        </Group>
        <Group grow align="flex-start">
          <NativeSelect
            label={m.per}
            value={per}
            onChange={(event) => setPer(PERIODS.find((one) => one === event.currentTarget.value) ?? 'quarter')}
            data={PERIODS.map((value) => ({ value, label: m[value] }))}
          />
          <TextInput
            label={m.from}
            type="date"
            required
            value={from}
            error={wrong('from')}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
        </Group>
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
