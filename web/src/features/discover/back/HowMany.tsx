import { NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { m } from './messages';

interface Props {
  label: string;
  /** Undefined: all. */
  value: number | undefined;
  choices: number[];
  /** With a choice of all of them under this name. */
  all?: string;
  most?: number;
  onChange: (n: number | undefined) => void;
}

const OTHER = 'other';

/** How many deals: one of a few numbers, or any that is typed. */
export function HowMany({ label, value, choices, all, most, onChange }: Props) {
  const known = value === undefined ? all !== undefined : choices.includes(value);
  const [typed, setTyped] = useState<string | number>(known ? '' : (value ?? ''));
  const take = () => {
    const n = Math.floor(Number(typed));
    if (typed !== '' && Number.isFinite(n) && n >= 1 && n !== value) onChange(Math.min(n, most ?? n));
  };
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={known ? `${value ?? all}` : OTHER}
        onChange={(next) => {
          setTyped('');
          onChange(next === all ? undefined : Number(next));
        }}
        data={[
          ...choices.map((n) => ({ value: `${n}`, label: `${n}` })),
          ...(all === undefined ? [] : [{ value: all, label: all }]),
        ]}
      />
      <NumberInput
        size="xs"
        w={72}
        min={1}
        {...(most !== undefined && { max: most })}
        allowDecimal={false}
        hideControls
        placeholder={m.line.any}
        aria-label={m.line.other}
        value={typed}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </span>
  );
}
