import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ContactColumn, ContactMeaning } from '@/api';
import css from './Lists.module.css';
import { m } from './messages';

const MEANINGS = [
  'name',
  'first-name',
  'last-name',
  'email',
  'phone',
  'title',
  'company',
  'website',
  'attribute',
  'ignored',
] as const;

/** Values shown of each column. */
const SHOWN = 3;

interface Props {
  column: ContactColumn;
  sample: string[];
  onChange: (column: ContactColumn) => void;
}

/** One column of a list: what it means, its first values. */
export function ColumnRow({ column, sample, onChange }: Props) {
  const { meaning } = column;
  const values = [...new Set(sample.filter((v) => v !== ''))].slice(0, SHOWN);
  const set = (is: string | null) => {
    const next = MEANINGS.find((one) => one === is);
    if (next) onChange({ ...column, meaning: meaningOf(next, column.name) });
  };
  return (
    <div className={css.column} data-left={meaning.is === 'ignored' || undefined}>
      <b>{column.name}</b>
      <Select
        size="sm"
        aria-label={`${column.name} ${m.upload.meaning}`}
        allowDeselect={false}
        data={MEANINGS.map((value) => ({ value, label: m.meanings[value] }))}
        value={meaning.is}
        onChange={set}
      />
      {meaning.is === 'attribute' ? (
        <Name
          key={meaning.name}
          name={meaning.name}
          onName={(name) => onChange({ ...column, meaning: { is: 'attribute', name } })}
        />
      ) : (
        <span />
      )}
      <span className={`soft small ${css.sample ?? ''}`} title={values.join(' · ')}>
        {values.join(' · ')}
      </span>
    </div>
  );
}

function meaningOf(is: (typeof MEANINGS)[number], column: string): ContactMeaning {
  return is === 'attribute' ? { is, name: column.slice(0, 100) } : { is };
}

function Name({ name, onName }: { name: string; onName: (name: string) => void }) {
  const [value, setValue] = useState(name);
  return (
    <TextInput
      size="sm"
      aria-label={m.upload.attribute}
      maxLength={100}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => value.trim() !== '' && value.trim() !== name && onName(value.trim())}
    />
  );
}
