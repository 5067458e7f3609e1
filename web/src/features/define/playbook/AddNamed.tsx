import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import css from './Playbook.module.css';

interface Props {
  label: string;
  placeholder?: string;
  /** What the button says. */
  go: string;
  onAdd: (name: string) => void;
}

/** Adds something by its name. */
export function AddNamed({ label, placeholder, go, onAdd }: Props) {
  const [name, setName] = useState('');
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (name.trim() === '') return;
        onAdd(name.trim());
        setName('');
      }}
    >
      <TextInput
        size="sm"
        label={label}
        required
        withAsterisk={false}
        {...(placeholder !== undefined && { placeholder })}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <Button type="submit" size="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
        {go}
      </Button>
    </form>
  );
}
