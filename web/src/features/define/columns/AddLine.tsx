import { useEffect, useRef, useState } from 'react';
import css from './Inline.module.css';

interface Props {
  /** `+ task`. */
  label: string;
  /** Whose list it is, for those who do not see it. */
  of: string;
  placeholder: string;
  /** Ends after one: what is added is gone on with. */
  once?: boolean;
  onAdd: (words: string) => void;
}

/** Adds lines to a list: Enter adds one and waits for the next, Escape ends. */
export function AddLine({ label, of, placeholder, once = false, onAdd }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (draft === null && back.current) button.current?.focus();
    back.current = false;
  }, [draft]);
  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={css.add}
        aria-label={`${label}, ${of}`}
        onClick={() => setDraft('')}
      >
        {label}
      </button>
    );
  }
  const add = () => {
    if (draft.trim() !== '') onAdd(draft.trim());
  };
  return (
    <input
      className={css.writing}
      aria-label={`${placeholder}, ${of}`}
      placeholder={placeholder}
      autoFocus
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter' && draft.trim() !== '') {
          add();
          setDraft(once ? null : '');
        } else {
          back.current = true;
          setDraft(null);
        }
      }}
      onBlur={() => {
        add();
        setDraft(null);
      }}
    />
  );
}
