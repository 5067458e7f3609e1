import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { m } from './messages';
import css from './Sentence.module.css';

export interface Option {
  value: string;
  label: string;
  /** Under which heading it stands. */
  group?: string;
}

interface Props {
  /** What part of the sentence it is, for those who do not see the sentence. */
  label: string;
  /** How it reads in the sentence. */
  text: string;
  options: readonly Option[];
  /** What is chosen. */
  value: string | readonly string[];
  /** True where words of one's own will do. */
  free?: boolean;
  /** True for something that can be added and is not there yet. */
  quiet?: boolean;
  onChoose: (value: string) => void;
}

/** Below so many options nobody needs to search. */
const MANY = 8;
/** Stands for what was written in the search. */
const OWN = '\u0000own';

/** A part of a sentence that opens a list to choose from: one, or several where the value is a list. */
export function Choice({ label, text, options, value, free = false, quiet = false, onChoose }: Props) {
  const [search, setSearch] = useState('');
  const several = typeof value !== 'string';
  const chosen = several ? value : [value];
  const searches = free || options.length >= MANY;
  const store = useCombobox({
    onDropdownClose: (source) => {
      setSearch('');
      store.resetSelectedOption();
      if (source === 'keyboard') store.focusTarget();
    },
  });
  const { dropdownOpened: opened, focusSearchInput, selectActiveOption } = store;
  useEffect(() => {
    if (!opened) return undefined;
    // The list comes into the page a moment after it is opened.
    const timer = setTimeout(() => {
      if (searches) focusSearchInput();
      selectActiveOption();
    });
    return () => clearTimeout(timer);
  }, [opened, searches, focusSearchInput, selectActiveOption]);
  const own = search.trim();
  const shown = matching(options, own);
  const submit = (picked: string) => {
    onChoose(picked === OWN ? own : picked);
    setSearch('');
    if (several) return;
    store.closeDropdown();
    store.focusTarget();
  };
  return (
    <Combobox
      store={store}
      onOptionSubmit={submit}
      width="max-content"
      position="bottom-start"
      shadow="md"
      keepMounted={false}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={quiet ? css.chip : css.choice}
          aria-label={`${label}: ${text}`}
          data-empty={chosen.every((v) => v === '') || undefined}
          onClick={() => store.toggleDropdown()}
        >
          {text}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={css.dropdown ?? ''}>
        {searches && (
          <Combobox.Search
            value={search}
            aria-label={`${label}: ${free ? m.choice.search : m.choice.find}`}
            placeholder={free ? m.choice.search : m.choice.find}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              store.selectFirstOption();
            }}
          />
        )}
        <Combobox.Options mah={280} className={css.options ?? ''} aria-label={label}>
          <Options options={shown} chosen={chosen} />
          {free && own !== '' && !options.some((o) => o.label === own || o.value === own) && (
            <Combobox.Option value={OWN}>{m.choice.use(own)}</Combobox.Option>
          )}
          {shown.length === 0 && !(free && own !== '') && <Combobox.Empty>{m.choice.none}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function matching(options: readonly Option[], search: string): readonly Option[] {
  const wanted = search.toLowerCase();
  return wanted === '' ? options : options.filter((o) => `${o.label} ${o.value}`.toLowerCase().includes(wanted));
}

function Options({ options, chosen }: { options: readonly Option[]; chosen: readonly string[] }) {
  const groups = [...new Set(options.map((o) => o.group))];
  const line = (option: Option) => {
    const active = chosen.includes(option.value);
    return (
      <Combobox.Option key={option.value} value={option.value} active={active} aria-selected={active}>
        <span className={css.option}>
          {option.label}
          {active && <IconCheck size={14} aria-hidden />}
        </span>
      </Combobox.Option>
    );
  };
  return groups.map((group) => {
    const of = options.filter((o) => o.group === group).map(line);
    return group === undefined ? (
      of
    ) : (
      <Combobox.Group key={group} label={group}>
        {of}
      </Combobox.Group>
    );
  });
}
