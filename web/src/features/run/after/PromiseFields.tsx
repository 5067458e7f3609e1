import { Group, TextInput } from '@mantine/core';
import type { PromiseDue } from '@/api';
import { m } from './messages';

interface Props {
  label: string;
  promise: PromiseDue;
  error: string | undefined;
  onChange: (promise: PromiseDue) => void;
}

/** What is promised, and by when. */
export const PromiseFields = ({ label, promise, error, onChange }: Props) => (
  <Group align="flex-start" gap="sm">
    <TextInput
      flex="1 1 240px"
      label={label}
      maxLength={4000}
      value={promise.says}
      error={error}
      onChange={(event) => onChange({ ...promise, says: event.currentTarget.value })}
    />
    <TextInput
      type="date"
      label={m.promise.due}
      value={promise.due ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange({ says: promise.says, ...(value !== '' && { due: value }) });
      }}
    />
  </Group>
);
