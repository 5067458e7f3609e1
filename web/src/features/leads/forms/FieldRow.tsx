import { ActionIcon, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import { type FieldDraft, KINDS, KNOWN } from './draft';
import css from './Forms.module.css';
import { m } from './messages';

interface Props {
  field: FieldDraft;
  /** What is wrong with it, by name: `id`, `label`, `choices`. */
  errors: Record<string, string>;
  onChange: (field: FieldDraft) => void;
  onUp: (() => void) | undefined;
  onRemove: () => void;
}

/** One field of a form. */
export function FieldRow({ field, errors, onChange, onUp, onRemove }: Props) {
  const called = field.label === '' ? m.form.label : field.label;
  return (
    <div className={css.field}>
      <div className={css.main}>
        <TextInput
          label={m.form.label}
          maxLength={200}
          error={errors.label}
          value={field.label}
          onChange={(event) => onChange({ ...field, label: event.currentTarget.value })}
        />
        <Select
          label={m.form.becomes}
          allowDeselect={false}
          error={field.becomes === 'other' ? undefined : errors.id}
          data={[...KNOWN, 'other' as const].map((value) => ({ value, label: m.becomes[value] }))}
          value={field.becomes}
          onChange={(value) => {
            const becomes = [...KNOWN, 'other' as const].find((one) => one === value);
            if (becomes) onChange({ ...field, becomes });
          }}
        />
        <Select
          label={m.form.kind}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: m.kinds[value] }))}
          value={field.kind}
          onChange={(value) => {
            const kind = KINDS.find((one) => one === value);
            if (kind) onChange({ ...field, kind });
          }}
        />
        <div className={css.tools}>
          {onUp && (
            <ActionIcon size={36} variant="subtle" c="var(--ink-soft)" aria-label={m.form.up(called)} onClick={onUp}>
              <IconArrowUp size={18} />
            </ActionIcon>
          )}
          <ActionIcon
            size={36}
            variant="subtle"
            c="var(--ink-soft)"
            aria-label={m.form.removeField(called)}
            onClick={onRemove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </div>
      </div>
      {field.becomes === 'other' && (
        <TextInput
          label={m.form.attribute}
          placeholder="team-size"
          maxLength={50}
          error={errors.id}
          value={field.attribute}
          onChange={(event) => onChange({ ...field, attribute: event.currentTarget.value })}
        />
      )}
      {field.kind === 'choice' && (
        <Textarea
          label={m.form.choices}
          autosize
          minRows={2}
          error={errors.choices}
          value={field.choices}
          onChange={(event) => onChange({ ...field, choices: event.currentTarget.value })}
        />
      )}
      <Checkbox
        size="md"
        label={m.form.required}
        checked={field.required}
        onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
      />
    </div>
  );
}
