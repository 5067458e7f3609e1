import { Group, NativeSelect } from '@mantine/core';
import { fieldName } from '@/messages';
import { useFields } from '@/ui/fields';
import { date } from '@/ui/format';
import css from './Measure.module.css';
import { m } from './messages';
import type { Params } from './params';
import { PeriodFields } from './PeriodFields';

/** Fields with more values than this make no comparison. */
const MOST_VALUES = 50;

interface Props {
  params: Params;
  asOf: string | null | undefined;
  onChange: (change: Record<string, string | undefined>) => void;
}

/** Chooses the period and what to compare by. */
export function Controls({ params, asOf, onChange }: Props) {
  const fields = useFields().filter((f) => f.values.length > 1 && f.values.length <= MOST_VALUES);
  const { period, by, step, view } = params;
  const names = fields.map((f) => f.name);
  const choices = by !== undefined && !names.includes(by) ? [...names, by] : names;
  return (
    <div className={css.controls}>
      <Group gap="sm" align="flex-end">
        <PeriodFields period={period} disabled={view === 'time'} onChange={onChange} />
        <NativeSelect
          label={m.by.label}
          value={by ?? ''}
          onChange={(event) => onChange({ by: event.currentTarget.value || undefined })}
          data={[{ value: '', label: m.by.none }, ...choices.map((value) => ({ value, label: fieldName(value) }))]}
        />
        {view === 'win-rate' && (
          <NativeSelect
            label={m.step.label}
            value={step}
            onChange={(event) => onChange({ step: event.currentTarget.value })}
            data={(['week', 'month', 'quarter'] as const).map((value) => ({ value, label: m.step[value] }))}
          />
        )}
      </Group>
      <p className={css.hint}>{view === 'time' ? m.time.noPeriod : asOf ? m.period.asOf(date(asOf)) : null}</p>
    </div>
  );
}
