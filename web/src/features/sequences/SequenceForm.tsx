import { ActionIcon, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Sequence, type SequenceLine, type SequenceStep } from '@/api';
import { processesQuery } from '@/features/define/begin/queries';
import { Places } from '@/features/mail/Letters';
import { templatesQuery } from '@/features/mail/queries';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useKeepSequence } from './queries';
import css from './Sequences.module.css';
import { StepFields } from './StepFields';

type Keyed = SequenceStep & { key: number };

const FIRST: SequenceStep = { channel: 'email', wait_days: 0, subject: '', body: '', automatic: false };

const bare = ({ channel, wait_days, subject, body, automatic }: Keyed): SequenceStep => ({
  channel,
  wait_days,
  subject,
  body: body ?? '',
  automatic: automatic ?? false,
});

interface Props {
  line: SequenceLine | null;
  onClose: () => void;
}

/** Writes a sequence: its steps in order, and what ends it early. */
export function SequenceForm({ line, onClose }: Props) {
  const [name, setName] = useState(line?.name ?? '');
  const [process, setProcess] = useState(line?.process ?? '');
  const [stop, setStop] = useState(line?.stop ?? { reply: true, meeting: true, stage: true });
  const [steps, setSteps] = useState<Keyed[]>(() => (line?.steps ?? [FIRST]).map((step, key) => ({ ...step, key })));
  const processes = useQuery(processesQuery).data ?? [];
  const places = useQuery(templatesQuery).data?.places ?? [];
  const keep = useKeepSequence(line);
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  const put = (at: number, step: SequenceStep) =>
    setSteps(steps.map((old, nth) => (nth === at ? { ...step, key: old.key } : old)));
  const add = () => {
    const key = Math.max(-1, ...steps.map((s) => s.key)) + 1;
    setSteps([...steps, { ...FIRST, wait_days: 2, key }]);
  };
  const save = () => {
    const sequence: Sequence = { name, process, stop, steps: steps.map(bare) };
    keep.mutate(sequence, {
      onSuccess: (kept) => {
        tell(m.form.saved(kept.name));
        onClose();
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={m.form.name}
          required
          maxLength={200}
          data-autofocus
          value={name}
          error={errors.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {processes.length > 1 && (
          <Select
            label={m.form.process}
            allowDeselect={false}
            data={[{ value: '', label: m.form.all }, ...processes.map((p) => ({ value: p.id, label: p.name }))]}
            value={process}
            error={errors.process}
            onChange={(next) => setProcess(next ?? '')}
          />
        )}
        {steps.map((step, at) => (
          <fieldset key={step.key} className={css.form}>
            <Group justify="space-between">
              <b>{m.form.step(at + 1)}</b>
              {steps.length > 1 && (
                <ActionIcon
                  size={36}
                  variant="subtle"
                  c="var(--ink-soft)"
                  aria-label={m.form.removeStep(at + 1)}
                  onClick={() => setSteps(steps.filter((other) => other.key !== step.key))}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              )}
            </Group>
            <StepFields
              step={step}
              errorOf={(field) => errors[`steps.${at}.${field}`]}
              onChange={(next) => put(at, next)}
            />
          </fieldset>
        ))}
        <Button variant="default" w="fit-content" leftSection={<IconPlus size={16} />} onClick={add}>
          {m.form.addStep}
        </Button>
        <Places places={places} />
        <Checkbox.Group
          label={m.form.stop}
          description={m.form.stopHelp}
          value={STOPS.filter((rule) => stop[rule])}
          onChange={(on) =>
            setStop({ reply: on.includes('reply'), meeting: on.includes('meeting'), stage: on.includes('stage') })
          }
        >
          <Stack gap={4} mt="xs">
            {STOPS.map((rule) => (
              <Checkbox key={rule} value={rule} label={m.form[rule]} />
            ))}
          </Stack>
        </Checkbox.Group>
        {line && <p className="soft small">{m.form.later}</p>}
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.form.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.form.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const STOPS = ['reply', 'meeting', 'stage'] as const;
