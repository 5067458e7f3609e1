import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Stage } from '@/api';
import { m } from './messages';
import type { Stages } from './useStages';

interface Props {
  stage: Stage;
  place: number;
  /** The place of the last stage. */
  last: number;
  stages: Stages;
  onAll: () => void;
}

/** What can be done with a stage beside writing in it. */
export const StageMenu = ({ stage, place, last, stages, onAll }: Props) => (
  <Menu position="bottom-end" shadow="md">
    <Menu.Target>
      <ActionIcon size={28} variant="subtle" color="gray" aria-label={m.menu(stage.name)}>
        <IconDots size={18} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={onAll}>{m.all}</Menu.Item>
      <Menu.Divider />
      <Menu.Item disabled={place === 0} onClick={() => stages.move(place, place - 1)}>
        {m.earlier}
      </Menu.Item>
      <Menu.Item disabled={place === last} onClick={() => stages.move(place, place + 1)}>
        {m.later}
      </Menu.Item>
      <Menu.Item onClick={() => stages.add(place - 1)}>{m.addBefore}</Menu.Item>
      <Menu.Item onClick={() => stages.add(place)}>{m.addAfter}</Menu.Item>
      <Menu.Divider />
      <Menu.Item color="var(--lost)" onClick={() => stages.remove(place)}>
        {m.remove}
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);
