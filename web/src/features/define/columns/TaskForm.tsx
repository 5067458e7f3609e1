import { Autocomplete, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { Process, Task } from '@/api';
import css from '../Editor.module.css';
import { LibrarySelect } from './LibrarySelect';
import { m } from './messages';

interface Props {
  task: Task;
  process: Process;
  onChange: (change: Partial<Task>, about: string) => void;
  /** Without its words, where these stand above already. */
  bare?: boolean;
}

const CHANNELS = ['call', 'email', 'meeting', 'video call', 'visit', 'letter'];

/** Days of a form: none where the field is empty. */
export const daysOf = (value: number | string): number | null => (typeof value === 'number' ? value : null);

/** All there is to a task. */
export function TaskForm({ task, process, onChange, bare = false }: Props) {
  return (
    <>
      {!bare && (
        <TextInput
          size="sm"
          label={m.form.what}
          value={task.name}
          onChange={(e) => onChange({ name: e.currentTarget.value }, 'name')}
        />
      )}
      <div className={css.fields}>
        <TextInput
          size="sm"
          label={m.form.owner}
          value={task.owner ?? ''}
          onChange={(e) => onChange({ owner: e.currentTarget.value }, 'owner')}
        />
        <NumberInput
          size="sm"
          label={m.form.due}
          min={0}
          value={task.due_days ?? ''}
          onChange={(n) => onChange({ due_days: daysOf(n) }, 'due')}
        />
        <Autocomplete
          size="sm"
          label={m.form.channel}
          data={CHANNELS}
          value={task.channel ?? ''}
          onChange={(channel) => onChange({ channel }, 'channel')}
        />
        <LibrarySelect
          label={m.form.template}
          process={process}
          value={task.template ?? ''}
          onChange={(template) => onChange({ template }, '')}
        />
      </div>
      <Textarea
        mt="sm"
        size="sm"
        autosize
        label={m.form.evidence}
        value={task.evidence ?? ''}
        onChange={(e) => onChange({ evidence: e.currentTarget.value }, 'evidence')}
      />
    </>
  );
}
