import { ActionIcon, Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { asProblem, type RememberedDeal } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from './Interviews.module.css';
import { m } from './messages';
import { touchpointsQuery, useRemember } from './queries';

const w = m.remember;

/** Adds a deal that no system has. */
export function RememberButton({ added, opened: first }: { added: (id: string) => void; opened: boolean }) {
  const [opened, { open, close }] = useDisclosure(first);
  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {w.open}
      </Button>
      <Modal opened={opened} onClose={close} title={w.title} size="lg">
        <RememberForm
          close={close}
          added={(id, name) => {
            close();
            tell(w.done(name));
            added(id);
          }}
        />
      </Modal>
    </>
  );
}

interface Step {
  kind: string;
  side: string;
  on: string;
}

interface Given {
  name: string;
  account: string;
  owner: string;
  outcome: string;
  began: string;
  closed: string;
  value: string;
  currency: string;
  steps: Step[];
}

const EMPTY: Given = {
  name: '',
  account: '',
  owner: '',
  outcome: 'won',
  began: '',
  closed: '',
  value: '',
  currency: '',
  steps: [],
};

const some = (text: string) => (text.trim() === '' ? null : text.trim());

/** What is sent: only what was filled in. */
export function asDeal(given: Given): RememberedDeal {
  return {
    name: given.name,
    account: some(given.account),
    owner: some(given.owner),
    outcome: given.outcome === 'lost' ? 'lost' : 'won',
    began: some(given.began),
    closed: some(given.closed),
    value: some(given.value),
    currency: some(given.currency),
    steps: given.steps
      .filter((s) => s.kind !== '')
      .map((s) => ({ kind: s.kind, side: s.side === 'prospect' ? 'prospect' : 'rep', on: some(s.on) })),
  };
}

function RememberForm({ close, added }: { close: () => void; added: (id: string, name: string) => void }) {
  const remember = useRemember();
  const form = useForm({ initialValues: EMPTY });
  const send = (given: Given) => remember.mutate(asDeal(given), { onSuccess: ({ id }) => added(id, given.name) });
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {w.says}
        </Text>
        <TextInput label={w.name} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={w.account} maxLength={200} {...form.getInputProps('account')} />
        <SegmentedControl
          aria-label={w.outcome}
          data={[
            { value: 'won', label: w.won },
            { value: 'lost', label: w.lost },
          ]}
          {...form.getInputProps('outcome')}
        />
        <Group grow align="flex-start">
          <TextInput
            label={w.began}
            description={w.monthHelp}
            type="month"
            placeholder="2026-03"
            {...form.getInputProps('began')}
          />
          <TextInput
            label={w.closed}
            description={w.monthHelp}
            type="month"
            placeholder="2026-05"
            {...form.getInputProps('closed')}
          />
        </Group>
        <TextInput label={w.owner} description={w.ownerHelp} maxLength={200} {...form.getInputProps('owner')} />
        <Group grow align="flex-start">
          <TextInput label={w.value} inputMode="decimal" placeholder="1200.50" {...form.getInputProps('value')} />
          <TextInput label={w.currency} placeholder="EUR" maxLength={3} {...form.getInputProps('currency')} />
        </Group>
        <Steps steps={form.values.steps} set={(steps) => form.setFieldValue('steps', steps)} />
        {remember.isError && <ProblemNote problem={asProblem(remember.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {w.cancel}
          </Button>
          <Button type="submit" loading={remember.isPending}>
            {w.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Steps({ steps, set }: { steps: Step[]; set: (steps: Step[]) => void }) {
  const kinds = useQuery(touchpointsQuery).data ?? [];
  const change = (at: number, part: Partial<Step>) => set(steps.map((s, i) => (i === at ? { ...s, ...part } : s)));
  return (
    <fieldset className={css.steps}>
      <legend>{w.steps}</legend>
      <p className="soft small">{w.stepsHelp}</p>
      {steps.map((step, i) => (
        <div key={i} className={css.step}>
          <Select
            aria-label={w.step}
            placeholder={w.step}
            data={kinds.map((k) => ({ value: k.kind, label: k.label }))}
            value={step.kind || null}
            searchable
            onChange={(kind) =>
              change(i, { kind: kind ?? '', side: kinds.find((k) => k.kind === kind)?.side ?? step.side })
            }
          />
          <SegmentedControl
            aria-label={w.side}
            data={[
              { value: 'rep', label: w.sides.rep },
              { value: 'prospect', label: w.sides.prospect },
            ]}
            value={step.side}
            onChange={(side) => change(i, { side })}
          />
          <TextInput
            aria-label={w.on}
            type="month"
            placeholder="2026-04"
            value={step.on}
            onChange={(e) => change(i, { on: e.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={w.removeStep(i + 1)}
            onClick={() => set(steps.filter((_, at) => at !== i))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => set([...steps, { kind: '', side: 'rep', on: '' }])}
      >
        {w.addStep}
      </Button>
    </fieldset>
  );
}
