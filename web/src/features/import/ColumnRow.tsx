import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ColumnPlan, FileRole } from '@/api';
import { percent } from '@/ui/format';
import css from './FileCard.module.css';
import { choices, isDated, meaningOf, nameIn, renamed } from './meanings';
import { m } from './messages';

/** Guesses less sure than this are pointed out. */
const SURE = 0.6;

/** Values shown of each column. */
const SHOWN = 4;

type DateOrder = NonNullable<ColumnPlan['dates']>;
const ORDERS: DateOrder[] = ['year-first', 'day-first', 'month-first', 'epoch', 'serial'];

interface Props {
  column: ColumnPlan;
  role: FileRole;
  sample: string[];
  onChange: (column: ColumnPlan) => void;
}

/** One column: its meaning, why that was guessed, its first values. */
export function ColumnRow({ column, role, sample, onChange }: Props) {
  const { meaning } = column;
  const named = nameIn(meaning);
  // A column that is merely kept cannot be wrong.
  const unsure = column.confidence < SURE && meaning.is !== 'attribute' && meaning.is !== 'ignored';
  const values = [...new Set(sample.filter((v) => v !== ''))].slice(0, SHOWN);
  return (
    <div className={css.row}>
      <div className={meaning.is === 'ignored' ? `${css.name ?? ''} ${css.left ?? ''}` : css.name}>{column.name}</div>
      <div>
        <Group gap="sm" wrap="nowrap" align="flex-start" grow>
          <Select
            size="sm"
            aria-label={`${column.name}: ${m.plan.meaning}`}
            data={choices(role, meaning.is)}
            searchable
            allowDeselect={false}
            value={meaning.is}
            onChange={(is) =>
              is !== null && onChange({ ...column, meaning: meaningOf(is, column.name), confidence: 1, why: '' })
            }
          />
          {named !== null && (
            <Name
              key={named}
              name={named}
              label={
                meaning.is === 'attribute'
                  ? m.plan.attributeName
                  : meaning.is === 'activity-at'
                    ? m.plan.activityName
                    : m.plan.stageName
              }
              onName={(name) => onChange({ ...column, meaning: renamed(meaning, name) })}
            />
          )}
          {isDated(meaning) && column.dates && (
            <Select
              size="sm"
              aria-label={`${column.name}: ${m.plan.dates}`}
              data={ORDERS.map((value) => ({ value, label: m.plan.dateOrders[value] }))}
              allowDeselect={false}
              value={column.dates}
              onChange={(dates) => dates !== null && onChange({ ...column, dates })}
            />
          )}
        </Group>
        {column.why !== '' && (
          <p className={css.why}>
            {m.plan.why(column.why, percent(column.confidence))}
            {unsure && <span className={css.unsure}>{m.plan.unsure}</span>}
          </p>
        )}
      </div>
      <ul className={css.sample} aria-label={m.plan.sample}>
        {values.map((value) => (
          <li key={value} title={value}>
            {value}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Name({ name, label, onName }: { name: string; label: string; onName: (name: string) => void }) {
  const [value, setValue] = useState(name);
  return (
    <TextInput
      size="sm"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => value.trim() !== '' && value.trim() !== name && onName(value.trim())}
    />
  );
}
