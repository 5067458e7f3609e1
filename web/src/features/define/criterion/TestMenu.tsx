import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import type { Predicate } from '@/api';
import { beginning, innerOf, kindOf, type TestKind } from '../predicate';
import { m } from './messages';

interface Props {
  test: Predicate;
  sentence: string;
  /** Whether it can be put into another group. */
  mayWrap: boolean;
  onChange: (test: Predicate) => void;
  onRemove: (() => void) | undefined;
}

const PLAIN = ['event', 'field', 'person', 'content', 'answer', 'quote', 'approval'] as const satisfies TestKind[];

/** Changes what kind of predicate it is, puts it into a group or takes it out, removes it. */
export function TestMenu({ test, sentence, mayWrap, onChange, onRemove }: Props) {
  const kind = kindOf(test);
  const inner = innerOf(test);
  const [only] = inner;
  const grouped = inner.length > 0;
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          style={{ verticalAlign: 'middle' }}
          aria-label={m.menu.label(sentence)}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!grouped && (
          <>
            <Menu.Label>{m.menu.kind}</Menu.Label>
            {PLAIN.map((to) => (
              <Menu.Item
                key={to}
                rightSection={to === kind ? <IconCheck size={14} aria-hidden /> : null}
                aria-current={to === kind || undefined}
                onClick={() => to !== kind && onChange(beginning(to))}
              >
                {m.menu.kinds[to]}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{m.menu.group}</Menu.Label>
        <Menu.Item disabled={!mayWrap} onClick={() => onChange({ all: [test] })}>
          {m.menu.wrap.all}
        </Menu.Item>
        <Menu.Item disabled={!mayWrap} onClick={() => onChange({ any: [test] })}>
          {m.menu.wrap.any}
        </Menu.Item>
        {kind !== 'not' && (
          <Menu.Item disabled={!mayWrap} onClick={() => onChange({ not: test })}>
            {m.menu.wrap.not}
          </Menu.Item>
        )}
        {!mayWrap && <Menu.Label>{m.group.deep}</Menu.Label>}
        {only !== undefined && inner.length === 1 && (
          <Menu.Item onClick={() => onChange(only)}>{kind === 'not' ? m.menu.unwrapNot : m.menu.unwrap}</Menu.Item>
        )}
        {onRemove && (
          <>
            <Menu.Divider />
            <Menu.Item color="var(--lost)" onClick={onRemove}>
              {m.menu.remove}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
