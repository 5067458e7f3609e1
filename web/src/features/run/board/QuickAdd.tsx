import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem } from '@/api';
import { tell } from '@/ui/toast';
import { randomKey } from '../key';
import { m } from '../messages';
import { useAddDeal } from '../queries';
import css from './Board.module.css';

interface Props {
  /** Where the deal begins. */
  stage: string;
  /** What the stage is called. */
  name: string;
}

/** Adds a deal to a column: a name and Enter; the field stays for the next one. */
export function QuickAdd({ stage, name }: Props) {
  const [opened, setOpened] = useState(false);
  if (!opened) {
    return (
      <ActionIcon
        className={css.add ?? ''}
        variant="subtle"
        c="var(--ink-soft)"
        size={28}
        aria-label={m.quick.open(name)}
        title={m.quick.open(name)}
        onClick={() => setOpened(true)}
      >
        <IconPlus size={18} />
      </ActionIcon>
    );
  }
  return <Form stage={stage} name={name} close={() => setOpened(false)} />;
}

function Form({ stage, name, close }: Props & { close: () => void }) {
  const [text, setText] = useState('');
  const [value, setValue] = useState('');
  const [key, setKey] = useState(randomKey);
  const add = useAddDeal((view) => {
    tell(m.new.done(view.deal.name));
    setText('');
    setValue('');
    setKey(randomKey());
  });
  const errors = add.isError ? asProblem(add.error) : null;
  const wrong = (field: string) => errors?.errors?.find((e) => e.field === field)?.message;
  return (
    <form
      aria-label={m.quick.open(name)}
      onSubmit={(event) => {
        event.preventDefault();
        const deal = { name: text.trim(), stage, ...(value.trim() === '' ? {} : { value: value.trim() }) };
        if (deal.name !== '') add.mutate({ deal, key });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Stack gap={4} mt={4}>
        <TextInput
          size="sm"
          autoFocus
          required
          maxLength={200}
          aria-label={m.new.name}
          placeholder={m.new.name}
          value={text}
          error={wrong('name') ?? (errors && !wrong('value') ? errors.detail : undefined)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          inputMode="decimal"
          aria-label={m.new.value}
          placeholder={m.new.value}
          value={value}
          error={wrong('value')}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Group gap={4}>
          <Button size="compact-md" type="submit" loading={add.isPending}>
            {m.new.go}
          </Button>
          <Button size="compact-md" variant="default" onClick={close}>
            {m.quick.close}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
