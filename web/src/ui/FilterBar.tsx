import { ActionIcon, Button, MultiSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { also, conditions, type Selection, useSelection } from '@/app/selection';
import { fieldName, m } from '@/messages';
import css from './FilterBar.module.css';
import { useFields } from './fields';
import { count, date } from './format';

interface Props {
  /** With a field for text found in key, name, account or owner. */
  search?: boolean;
  /** Stages to choose from. */
  stages?: string[];
}

/** Chooses which deals a page is about. The choice stands in the address. */
export function FilterBar({ search = false, stages = [] }: Props) {
  const [selection, setSelection] = useSelection();
  return (
    <div className={css.bar} role="search">
      {search && (
        <Search
          key={selection.text}
          text={selection.text ?? ''}
          onText={(text) => setSelection(withText(selection, text))}
        />
      )}
      <Popover position="bottom-start" width={320} trapFocus shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconFilter size={16} />}
            data-filter={search ? undefined : true}
          >
            {m.filter.add}
          </Button>
        </Popover.Target>
        <Popover.Dropdown mah={480} style={{ overflowY: 'auto' }}>
          <Choices selection={selection} stages={stages} onChange={setSelection} />
        </Popover.Dropdown>
      </Popover>
      {chips(selection).map(({ says, without }) => (
        <span key={says} className={css.chip}>
          {says}
          <ActionIcon
            size={20}
            variant="transparent"
            c="inherit"
            aria-label={m.filter.remove(says)}
            onClick={() => setSelection(without)}
          >
            <IconX size={14} />
          </ActionIcon>
        </span>
      ))}
      {conditions(selection) > 1 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setSelection({})}>
          {m.filter.clear}
        </Button>
      )}
    </div>
  );
}

function Search({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [value, setValue] = useState(text);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onText(value.trim());
    if (event.key === 'Escape') setValue(text);
  };
  return (
    <TextInput
      data-filter
      size="sm"
      className={css.search ?? ''}
      aria-label={m.filter.search}
      placeholder={m.filter.search}
      leftSection={<IconSearch size={16} />}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => value.trim() !== text && onText(value.trim())}
    />
  );
}

interface ChoicesProps {
  selection: Selection;
  stages: string[];
  onChange: (next: Selection) => void;
}

function Choices({ selection, stages, onChange }: ChoicesProps) {
  const fields = useFields();
  const chosen = (name: string) => values(selection, name);
  return (
    <Stack gap="sm">
      <MultiSelect
        size="sm"
        label={m.filter.outcome}
        data={[
          { value: 'open', label: m.outcome.open },
          { value: 'won', label: m.outcome.won },
          { value: 'lost', label: m.outcome.lost },
        ]}
        value={selection.outcome ?? []}
        onChange={(outcome) => onChange(cleaned({ ...selection, outcome }))}
        comboboxProps={{ withinPortal: false }}
      />
      {stages.length > 0 && (
        <MultiSelect
          size="sm"
          label={m.filter.stage}
          data={stages}
          value={selection.stage ?? []}
          onChange={(stage) => onChange(cleaned({ ...selection, stage }))}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      {fields.map((field) => (
        <MultiSelect
          key={field.name}
          size="sm"
          searchable
          clearable
          limit={100}
          label={fieldName(field.name)}
          data={field.values.map(({ value, count: n }) => ({
            value: value === '' ? EMPTY : value,
            label: `${value === '' ? m.filter.without : value} · ${count(n)}`,
          }))}
          value={chosen(field.name).map((v) => (v === '' ? EMPTY : v))}
          onChange={(next) =>
            onChange(
              withValues(
                selection,
                field.name,
                next.map((v) => (v === EMPTY ? '' : v)),
              ),
            )
          }
          comboboxProps={{ withinPortal: false }}
        />
      ))}
      <Between label={m.filter.closed} names={['closed_from', 'closed_to']} selection={selection} onChange={onChange} />
      <Between
        label={m.filter.created}
        names={['created_from', 'created_to']}
        selection={selection}
        onChange={onChange}
      />
    </Stack>
  );
}

/** Stands for the empty value where a control cannot hold one. */
const EMPTY = '\u0000';

type Moment = 'closed_from' | 'closed_to' | 'created_from' | 'created_to';

interface BetweenProps {
  label: string;
  names: readonly [Moment, Moment];
  selection: Selection;
  onChange: (next: Selection) => void;
}

function Between({ label, names, selection, onChange }: BetweenProps) {
  const set = (name: Moment, day: string) => {
    const rest = drop(selection, name);
    onChange(day === '' ? rest : { ...rest, [name]: `${day}T00:00:00Z` });
  };
  return (
    <fieldset className={css.between}>
      <legend>{label}</legend>
      {names.map((name, i) => (
        <TextInput
          key={name}
          type="date"
          size="sm"
          aria-label={`${label}: ${i === 0 ? m.filter.from : m.filter.to}`}
          value={selection[name]?.slice(0, 10) ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
    </fieldset>
  );
}

function values(selection: Selection, name: string): string[] {
  const head = `${name}:`;
  return (selection.field ?? []).filter((f) => f.startsWith(head)).map((f) => f.slice(head.length));
}

function withValues(selection: Selection, name: string, chosen: string[]): Selection {
  const others = (selection.field ?? []).filter((f) => !f.startsWith(`${name}:`));
  return cleaned({ ...selection, field: [...others, ...chosen.map((v) => `${name}:${v}`)] });
}

const withText = (selection: Selection, text: string): Selection =>
  text === '' ? drop(selection, 'text') : also(selection, { text });

/** Without conditions that hold nothing. */
const cleaned = (selection: Selection): Selection =>
  Object.fromEntries(Object.entries(selection).filter(([, v]) => !Array.isArray(v) || v.length > 0));

const drop = (selection: Selection, ...names: (keyof Selection)[]): Selection =>
  Object.fromEntries(Object.entries(selection).filter(([name]) => !names.some((n) => n === name)));

interface Chip {
  says: string;
  without: Selection;
}

/** One chip a condition, with the selection that is left without it. */
export function chips(selection: Selection): Chip[] {
  const of = (says: string, without: Selection): Chip => ({ says, without: cleaned(without) });
  const minus = (list: readonly string[] | undefined, value: string) => (list ?? []).filter((v) => v !== value);
  const all: Chip[] = [];
  for (const outcome of selection.outcome ?? []) {
    const left = (selection.outcome ?? []).filter((o) => o !== outcome);
    all.push(of(m.outcome[outcome], { ...selection, outcome: left }));
  }
  for (const stage of selection.stage ?? []) {
    all.push(of(`${m.filter.stage}: ${stage}`, { ...selection, stage: minus(selection.stage, stage) }));
  }
  for (const pair of selection.field ?? []) {
    const colon = pair.indexOf(':');
    const value = pair.slice(colon + 1);
    const says = `${fieldName(pair.slice(0, colon))}: ${value === '' ? m.filter.without : value}`;
    all.push(of(says, { ...selection, field: minus(selection.field, pair) }));
  }
  const { visited, moved_from, moved_to, starts, ends, returned, text } = selection;
  const variant = selection.variant ?? selection.stage_variant;
  if (visited !== undefined) all.push(of(m.filter.visited(visited), drop(selection, 'visited')));
  if (moved_from !== undefined && moved_to !== undefined) {
    all.push(
      of(m.filter.moved(moved_from, moved_to), drop(selection, 'moved_from', 'moved_to', 'moved_directly', 'among')),
    );
  }
  if (starts !== undefined) all.push(of(m.filter.starts(starts), drop(selection, 'starts', 'among')));
  if (ends !== undefined) all.push(of(m.filter.ends(ends), drop(selection, 'ends', 'among')));
  if (returned !== undefined) all.push(of(m.filter.returned(returned), drop(selection, 'returned')));
  if (variant !== undefined)
    all.push(of(m.filter.variant(variant.length), drop(selection, 'variant', 'stage_variant')));
  if (text !== undefined) all.push(of(m.filter.text(text), drop(selection, 'text')));
  const moments: [Moment, (day: string) => string][] = [
    ['closed_from', m.filter.closedFrom],
    ['closed_to', m.filter.closedTo],
    ['created_from', m.filter.createdFrom],
    ['created_to', m.filter.createdTo],
  ];
  for (const [name, says] of moments) {
    const at = selection[name];
    if (at !== undefined) all.push(of(says(date(at)), drop(selection, name)));
  }
  return all;
}
