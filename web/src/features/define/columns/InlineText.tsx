import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import css from './Inline.module.css';

interface Props {
  value: string;
  /** What it is, for those who do not see where it stands. */
  label: string;
  /** Stands where there are no words. */
  placeholder: string;
  /** How the value reads while nobody writes; as it is, if left out. */
  shown?: string;
  /** Kept by Enter, Tab, or leaving it; none where one may only read. */
  onKeep: ((value: string) => void) | undefined;
  /** True where there must be words. */
  needed?: boolean;
  number?: boolean;
  /** Begins in writing. */
  begin?: boolean;
  className?: string;
}

/** Words that are changed where they stand: a click or Enter begins, Enter keeps, Escape takes back, Tab goes on. */
export function InlineText(props: Props) {
  const { value, label, placeholder, shown = value, onKeep, needed = false, number = false, begin = false } = props;
  const [draft, setDraft] = useState<string | null>(begin && onKeep ? value : null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (draft === null && back.current) button.current?.focus();
    back.current = false;
  }, [draft]);
  const className = [css.words, props.className].filter(Boolean).join(' ');
  if (!onKeep) return value === '' ? null : <span className={props.className}>{shown}</span>;
  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={`${label}: ${value === '' ? placeholder : shown}`}
        data-empty={value === '' || undefined}
        data-words
        onClick={() => setDraft(value)}
      >
        {value === '' ? placeholder : shown}
      </button>
    );
  }
  const end = (keep: boolean) => {
    const text = draft.trim();
    setDraft(null);
    if (keep && text !== value && !(needed && text === '')) onKeep(text);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    back.current = true;
    end(event.key === 'Enter');
  };
  return (
    <textarea
      className={[css.writing, props.className].filter(Boolean).join(' ')}
      aria-label={label}
      rows={1}
      autoFocus
      inputMode={number ? 'decimal' : 'text'}
      placeholder={placeholder}
      value={draft}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value.replaceAll('\n', ' '))}
      onKeyDown={press}
      onBlur={() => end(true)}
    />
  );
}

/** Days as people write them: a number of at least 0, none where nothing is written, undefined where it is no number. */
export function readDays(text: string): number | null | undefined {
  if (text === '') return null;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
