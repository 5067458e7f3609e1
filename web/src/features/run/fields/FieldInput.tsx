import { Select, TextInput } from '@mantine/core';
import type { CustomField } from '@/api';
import { m } from './messages';

interface Props {
  field: CustomField;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it. */
  error?: string | undefined;
  autoFocus?: boolean;
}

/** The control for a value of a field that the team defined. */
export function FieldInput({ field, label, value, onChange, error, autoFocus = false }: Props) {
  const common = {
    size: 'sm' as const,
    label,
    description: field.help === undefined || field.help === '' ? m.helps[field.kind] : field.help,
    error,
    autoFocus,
  };
  if (field.kind === 'choice' || field.kind === 'yes-no') {
    const data =
      field.kind === 'choice'
        ? (field.choices ?? []).map((choice) => ({ value: choice, label: choice }))
        : [
            { value: 'yes', label: m.yes },
            { value: 'no', label: m.no },
          ];
    // A value that an import brought is shown, though it can only be left.
    const known = value === '' || data.some((d) => d.value === value);
    return (
      <Select
        {...common}
        clearable
        data={known ? data : [...data, { value, label: value, disabled: true }]}
        value={value === '' ? null : value}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={field.kind === 'date' ? 'date' : field.kind === 'link' ? 'url' : 'text'}
      {...(field.kind === 'number' || field.kind === 'money' ? { inputMode: 'decimal' as const } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
