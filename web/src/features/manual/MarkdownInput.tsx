import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import {
  IconBold,
  IconCheckbox,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  type Icon,
  IconTable,
} from '@tabler/icons-react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import css from './Manual.module.css';
import { type Mark, marked, type Selected } from './marks';
import { m } from './messages';

const TOOLS: readonly { mark: Mark; icon: Icon }[] = [
  { mark: 'bold', icon: IconBold },
  { mark: 'italic', icon: IconItalic },
  { mark: 'heading', icon: IconHeading },
  { mark: 'list', icon: IconList },
  { mark: 'checklist', icon: IconCheckbox },
  { mark: 'table', icon: IconTable },
  { mark: 'link', icon: IconLink },
];

const KEYS: Record<string, Mark> = { b: 'bold', i: 'italic' };

interface Props {
  value: string;
  onChange: (text: string) => void;
}

/** Markdown with buttons that write its marks. */
export function MarkdownInput({ value, onChange }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const select = useRef<Selected | null>(null);
  useLayoutEffect(() => {
    const at = select.current;
    if (!at || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(at.from, at.to);
    select.current = null;
  }, [value]);
  const put = (mark: Mark) => {
    const from = area.current?.selectionStart ?? value.length;
    const to = area.current?.selectionEnd ?? value.length;
    const next = marked({ text: value, from, to }, mark, m.form.placeholder[mark]);
    select.current = next;
    onChange(next.text);
  };
  const press = (event: KeyboardEvent) => {
    const mark = event.ctrlKey || event.metaKey ? KEYS[event.key] : undefined;
    if (!mark) return;
    event.preventDefault();
    put(mark);
  };
  return (
    <div>
      <div className={css.marks} role="toolbar" aria-label={m.form.tools}>
        {TOOLS.map((tool) => (
          <Tooltip key={tool.mark} label={m.form.marks[tool.mark]}>
            <ActionIcon variant="default" size={32} aria-label={m.form.marks[tool.mark]} onClick={() => put(tool.mark)}>
              <tool.icon size={18} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <Textarea
        ref={area}
        aria-label={m.form.text}
        autosize
        minRows={16}
        maxRows={40}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 14 } }}
        value={value}
        onChange={(e) => onChange(e.currentTarget.value)}
        onKeyDown={press}
      />
    </div>
  );
}
