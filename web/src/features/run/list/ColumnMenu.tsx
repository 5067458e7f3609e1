import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns } from '@tabler/icons-react';
import { m } from '../messages';
import type { ListColumn } from './columns';
import css from './List.module.css';
import { shifted } from './order';

interface Props {
  all: readonly ListColumn[];
  shown: readonly ListColumn[];
  onChange: (ids: string[]) => void;
}

/** Chooses columns and their order. */
export function ColumnMenu({ all, shown, onChange }: Props) {
  const ids = shown.map((c) => c.id);
  const others = all.filter((c) => !ids.includes(c.id));
  return (
    <Popover position="bottom-end" width={320} trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns size={16} />}>
          {m.list.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={480} style={{ overflowY: 'auto' }}>
        {shown.map((column, at) => (
          <div key={column.id} className={css.pick}>
            <Checkbox
              size="sm"
              label={column.header}
              checked
              disabled={shown.length === 1}
              onChange={() => onChange(ids.filter((id) => id !== column.id))}
            />
            <ActionIcon
              variant="subtle"
              c="var(--ink-soft)"
              disabled={at === 0}
              aria-label={m.list.earlier(column.header)}
              onClick={() => onChange(shifted(ids, at, -1))}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              c="var(--ink-soft)"
              disabled={at === shown.length - 1}
              aria-label={m.list.later(column.header)}
              onClick={() => onChange(shifted(ids, at, 1))}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </div>
        ))}
        <hr style={{ border: 0, borderTop: '1px solid var(--line)' }} />
        {others.map((column) => (
          <div key={column.id} className={css.pick}>
            <Checkbox size="sm" label={column.header} checked={false} onChange={() => onChange([...ids, column.id])} />
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
