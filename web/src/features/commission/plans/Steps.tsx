import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import css from '../Commission.module.css';
import type { Step } from './typed';

interface Props {
  steps: Step[];
  error: string | undefined;
  words: { title: string; help: string; from: string; is: string; add: string; remove: (n: number) => string };
  onChange: (steps: Step[]) => void;
}

/** Tiers or accelerators: from where on what holds. */
export function Steps({ steps, error, words, onChange }: Props) {
  const set = (key: number, part: Partial<Step>) =>
    onChange(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const add = () => onChange([...steps, { key: Math.max(-1, ...steps.map((s) => s.key)) + 1, from: '', is: '' }]);
  return (
    <fieldset className={css.steps}>
      <legend style={{ padding: 0, fontSize: 14, fontWeight: 500 }}>{words.title}</legend>
      <Stack gap="xs">
        <span className="soft small">{words.help}</span>
        {steps.map((step, at) => (
          <Group key={step.key} gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              label={words.from}
              inputMode="decimal"
              value={step.from}
              onChange={(event) => set(step.key, { from: event.currentTarget.value })}
            />
            <TextInput
              style={{ flex: 1 }}
              label={words.is}
              inputMode="decimal"
              value={step.is}
              onChange={(event) => set(step.key, { is: event.currentTarget.value })}
            />
            <ActionIcon
              size={36}
              variant="subtle"
              c="var(--ink-soft)"
              aria-label={words.remove(at + 1)}
              onClick={() => onChange(steps.filter((other) => other.key !== step.key))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        {error !== undefined && (
          <p role="alert" style={{ margin: 0, color: 'var(--lost)', fontSize: 14 }}>
            {error}
          </p>
        )}
        <Button variant="subtle" size="sm" w="fit-content" leftSection={<IconPlus size={16} />} onClick={add}>
          {words.add}
        </Button>
      </Stack>
    </fieldset>
  );
}
