import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { given } from '@/ui/given';
import { m } from './messages';
import css from './Sentence.module.css';

interface Props {
  label: string;
  /** How it reads while it is not asked for: `+ within …`. */
  add: string;
  before: string;
  after: string;
  value: number | null | undefined;
  /** What it begins with. */
  start: number;
  /** True where halves make no sense. */
  whole?: boolean;
  onChange: (value: number | null) => void;
}

/** A number in a sentence that can be left out: a quiet chip until it is asked for. */
export function Amount({ label, add, before, after, value, start, whole = false, onChange }: Props) {
  const [added, setAdded] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  if (!given(value)) {
    return (
      <button
        type="button"
        className={css.chip}
        aria-label={`${label}: ${add}`}
        onClick={() => {
          setAdded(true);
          onChange(start);
        }}
      >
        {add}
      </button>
    );
  }
  const write = (text: string) => {
    setDraft(text);
    const number = read(text, whole);
    if (number !== null) onChange(number);
  };
  const shown = draft ?? `${value}`;
  return (
    <span className={css.amount}>
      {before}{' '}
      <input
        className={css.number}
        aria-label={label}
        inputMode={whole ? 'numeric' : 'decimal'}
        size={Math.max(1, shown.length)}
        autoFocus={added}
        value={shown}
        aria-invalid={read(shown, whole) === null || undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.select();
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (by === undefined || event.altKey) return;
          event.preventDefault();
          write(`${Math.max(1, value + by)}`);
        }}
        onBlur={() => {
          setDraft(null);
          if (shown.trim() === '') onChange(null);
        }}
      />{' '}
      {after}
      <button
        type="button"
        className={css.drop}
        aria-label={m.choice.remove(`${before} ${value} ${after}`)}
        onClick={() => onChange(null)}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}

/** A number above 0, as people write it; none where it is none. */
function read(text: string, whole: boolean): number | null {
  const number = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(number) || number <= 0) return null;
  return whole && !Number.isInteger(number) ? null : number;
}

interface WithinProps {
  value: number | null | undefined;
  before?: string;
  onChange: (value: number | null) => void;
}

/** Not longer ago than so many days. */
export const Within = ({ value, before = m.within.last, onChange }: WithinProps) => (
  <Amount
    label={m.part.within}
    add={m.within.add}
    before={before}
    after={m.within.days}
    value={value}
    start={30}
    onChange={onChange}
  />
);
