import { ActionIcon, Button, Group, Modal, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type SavedPulse } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useKeepSettings } from './queries';

interface Props {
  saved: SavedPulse;
  opened: boolean;
  onClose: () => void;
}

/** What the survey asks, and how often. */
export function PulseSettingsDialog({ saved, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={m.pulse.form.title} closeOnClickOutside={false}>
      {opened && <Form key={saved.version} saved={saved} onClose={onClose} />}
    </Modal>
  );
}

const MOST = 3;

function Form({ saved, onClose }: { saved: SavedPulse; onClose: () => void }) {
  // whoever opens this while it is off wants it on
  const [on, setOn] = useState(saved.settings.on || saved.version === 0);
  const [weeks, setWeeks] = useState(saved.settings.every_weeks);
  const [questions, setQuestions] = useState(saved.settings.questions);
  const keep = useKeepSettings();
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  const write = (at: number, words: string) => setQuestions(questions.map((old, i) => (i === at ? words : old)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(
          { version: saved.version, settings: { on, every_weeks: weeks, questions } },
          {
            onSuccess: () => {
              tell(m.pulse.form.saved);
              onClose();
            },
          },
        );
      }}
    >
      <Stack gap="sm">
        <Switch label={m.pulse.form.on} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
        <NumberInput
          label={m.pulse.form.weeks}
          min={1}
          max={52}
          allowDecimal={false}
          value={weeks}
          error={errors.every_weeks}
          onChange={(value) => setWeeks(typeof value === 'number' ? value : 0)}
        />
        {questions.map((words, at) => (
          <Group key={at} gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              label={m.pulse.form.question(at + 1)}
              value={words}
              maxLength={200}
              onChange={(event) => write(at, event.currentTarget.value)}
            />
            {questions.length > 1 && (
              <ActionIcon
                variant="subtle"
                size={36}
                aria-label={m.pulse.form.remove(at + 1)}
                onClick={() => setQuestions(questions.filter((_, i) => i !== at))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {errors.questions !== undefined && (
          <p role="alert" className="small" style={{ margin: 0, color: 'var(--lost)' }}>
            {errors.questions}
          </p>
        )}
        {questions.length < MOST && (
          <Group>
            <Button size="compact-sm" variant="subtle" onClick={() => setQuestions([...questions, ''])}>
              {m.pulse.form.add}
            </Button>
          </Group>
        )}
        <p className="soft small" style={{ margin: 0 }}>
          {m.pulse.form.help}
        </p>
        {problem && (problem.errors ?? []).length === 0 && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {m.pulse.form.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.pulse.form.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
