import { NativeSelect } from '@mantine/core';
import type { Process } from '@/api';
import { m } from './messages';

interface Props {
  label: string;
  process: Process;
  /** Id of content of the library; empty for none. */
  value: string;
  onChange: (id: string) => void;
}

/** Chooses content of the library. */
export function LibrarySelect({ label, process, value, onChange }: Props) {
  const library = process.library ?? [];
  const missing = value !== '' && !library.some((c) => c.id === value);
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: m.form.none },
        ...library.map((c) => ({ value: c.id, label: c.name || c.id })),
        ...(missing ? [{ value, label: m.form.notThere(value) }] : []),
      ]}
    />
  );
}
