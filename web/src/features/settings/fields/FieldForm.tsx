import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type CustomField, type FieldUse } from '@/api';
import { currentQuery } from '@/features/define/queries';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { fieldOf } from './field';
import { m } from './messages';
import { useKeepField } from './queries';

interface Props {
  /** None: closed. Without a field: a new one. */
  form: { field: FieldUse | null } | null;
  onClose: () => void;
}

/** Defines a field, or changes one. */
export const FieldForm = ({ form, onClose }: Props) => (
  <Modal opened={form !== null} onClose={onClose} title={form?.field ? m.edit(form.field.name) : m.add}>
    {form && <Form field={form.field} onClose={onClose} />}
  </Modal>
);

const KINDS: readonly CustomField['kind'][] = ['text', 'number', 'money', 'date', 'choice', 'yes-no', 'link'];
const EMPTY: CustomField = { name: '', kind: 'text' };

function Form({ field, onClose }: { field: FieldUse | null; onClose: () => void }) {
  const keep = useKeepField();
  const [typed, setTyped] = useState<CustomField>(() => (field ? fieldOf(field) : EMPTY));
  const [choices, setChoices] = useState((field?.choices ?? []).join('\n'));
  const stages = useQuery(currentQuery({})).data?.saved?.process.stages ?? [];
  const problem = keep.isError ? asProblem(keep.error) : null;
  const wrong = (name: string) => problem?.errors?.find((e) => e.field === name)?.message;
  const change = (part: Partial<CustomField>) => setTyped((before) => ({ ...before, ...part }));
  const save = () => {
    const whole = {
      ...typed,
      choices: choices
        .split('\n')
        .map((c) => c.trim())
        .filter((c) => c !== ''),
    };
    keep.mutate(
      { place: field, field: whole },
      {
        onSuccess: () => {
          tell(m.saved(typed.name));
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={m.name}
          description={m.nameHelp}
          required
          maxLength={60}
          data-autofocus
          value={typed.name}
          error={wrong('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={m.kind}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: m.kinds[value] }))}
          value={typed.kind}
          onChange={(value) => change({ kind: KINDS.find((kind) => kind === value) ?? 'text' })}
        />
        {typed.kind === 'choice' && (
          <Textarea
            label={m.choices}
            description={m.choicesHelp}
            required
            rows={4}
            value={choices}
            error={wrong('choices')}
            onChange={(event) => setChoices(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={m.help}
          description={m.helpHelp}
          maxLength={300}
          value={typed.help ?? ''}
          error={wrong('help')}
          onChange={(event) => change({ help: event.currentTarget.value })}
        />
        {stages.length > 0 && (
          <Select
            label={m.needed}
            description={m.neededHelp}
            clearable
            data={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
            value={typed.needed_from ?? null}
            onChange={(needed_from) => change({ needed_from })}
          />
        )}
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
