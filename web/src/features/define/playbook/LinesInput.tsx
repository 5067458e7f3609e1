import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { linesOf } from './edit';
import { m } from './messages';

interface Props {
  label: string;
  lines: readonly string[] | undefined;
  onChange: (lines: string[]) => void;
}

/** A list of sentences, one a line. What is being typed stays as it is until it says something else than the list. */
export function LinesInput({ label, lines = [], onChange }: Props) {
  const [typed, setTyped] = useState('');
  const same = linesOf(typed).join('\n') === lines.join('\n');
  return (
    <Textarea
      size="sm"
      autosize
      minRows={2}
      label={label}
      description={m.lines}
      inputWrapperOrder={['label', 'input', 'description']}
      value={same ? typed : lines.join('\n')}
      onChange={(e) => {
        setTyped(e.currentTarget.value);
        onChange(linesOf(e.currentTarget.value));
      }}
    />
  );
}
