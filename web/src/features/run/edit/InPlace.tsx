import { Autocomplete, Button, Group, Popover, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { asProblem } from '@/api';
import { fieldName } from '@/messages';
import { useFields } from '@/ui/fields';
import css from './InPlace.module.css';
import { m } from './messages';
import { type Edited, useEdit } from './useEdit';

interface Props {
  deal: Edited;
  field: string;
  value: string;
  /** What is shown; the value by default. */
  children?: ReactNode;
}

/**
 * A value that is changed where it stands: a click or Enter opens a small form. The form is made only then, as there may
 * be hundreds of such values on a page.
 */
export function InPlace(props: Props) {
  const [opened, setOpened] = useState<boolean | null>(null);
  if (opened !== true) return <Value {...props} focused={opened === false} onOpen={() => setOpened(true)} />;
  const close = () => setOpened(false);
  return (
    <Popover opened onChange={close} position="bottom-start" width={260} trapFocus shadow="md">
      <Popover.Target>
        <span>
          <Value {...props} focused={false} onOpen={close} />
        </span>
      </Popover.Target>
      <Popover.Dropdown onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
        <Form {...props} close={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface ValueProps extends Props {
  /** The form was open a moment ago. */
  focused: boolean;
  onOpen: () => void;
}

function Value({ deal, field, value, children, focused, onOpen }: ValueProps) {
  const word = fieldName(field).toLowerCase();
  return (
    <button
      type="button"
      className={css.value}
      data-empty={value === '' || undefined}
      autoFocus={focused}
      aria-label={`${m.edit(word, deal.name)}${value === '' ? '' : `: ${value}`}`}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {value === '' ? m.add(word) : (children ?? value)}
    </button>
  );
}

function Form({ deal, field, value, close }: Omit<Props, 'children'> & { close: () => void }) {
  const [text, setText] = useState(value);
  const edit = useEdit();
  const known = useFields().find((f) => f.name === field);
  const wrong = asProblem(edit.error).errors?.[0]?.message;
  const save = () => {
    if (text.trim() === value) close();
    else edit.mutate({ deal, field, value: text.trim(), was: value }, { onSuccess: close });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="xs">
        <Autocomplete
          size="sm"
          data-autofocus
          label={fieldName(field)}
          {...(field === 'value' ? { inputMode: 'decimal', description: m.amount } : {})}
          data={(field === 'value' ? [] : (known?.values ?? [])).map((v) => v.value).filter((v) => v !== '')}
          limit={6}
          value={text}
          onChange={setText}
          error={edit.isError ? wrong : undefined}
          comboboxProps={{ withinPortal: false }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        />
        <Group gap="xs">
          <Button size="compact-md" type="submit" loading={edit.isPending}>
            {m.save}
          </Button>
          <Button size="compact-md" variant="default" onClick={close}>
            {m.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
