import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { m } from './messages';

interface Props {
  name: string;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** Moves a row of a list up or down, or removes it. */
export function RowTools({ name, onMove, onRemove }: Props) {
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon variant="subtle" color="gray" aria-label={`${m.editor.earlier}: ${name}`} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={`${m.editor.later}: ${name}`} onClick={() => onMove(1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={`${m.editor.remove}: ${name}`} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
