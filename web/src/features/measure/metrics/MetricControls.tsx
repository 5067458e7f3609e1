import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { MetricAnswer } from '@/api';
import { useFields } from '@/ui/fields';
import css from '../Measure.module.css';
import { isBounded } from '../period';
import { PeriodFields } from '../PeriodFields';
import { byName } from './GroupsTable';
import { m } from './messages';
import { OTHERS, type Params, STEPS, VIEWS } from './params';

/** Fields with more values than this tell groups of a deal or two. */
const MOST_VALUES = 500;

/** Who can have a quota. */
const HOLDERS = ['owner', 'team'];

interface Props {
  answer: MetricAnswer;
  params: Params;
  stages: string[];
  onChange: (change: Record<string, string | string[] | undefined>) => void;
}

/** Chooses the time, what stands beside it, what it is broken down by, and the steps. */
export function MetricControls({ answer, params, stages, onChange }: Props) {
  const { period, by, step, against, view } = params;
  const fields = useFields()
    .filter((f) => f.values.length > 1 && f.values.length <= MOST_VALUES)
    .map((f) => f.name);
  const stays = ['moves', 'standing', 'stay', 'against', 'kept'].some((name) => name in answer.metric.figure);
  const ofQuotas = 'attainment' in answer.metric.figure;
  const all = ofQuotas ? HOLDERS : [...(stays ? ['stage'] : []), ...fields, 'size', 'created', 'process-version'];
  const names = [...new Set([...all, ...by])];
  const choices = [{ value: '', label: m.by.none }, ...names.map((value) => ({ value, label: byName(value) }))];
  const setBy = (place: number, name: string) => {
    const next = [...by];
    next[place] = name;
    onChange({ by: [...new Set(next.filter((one) => one !== ''))], value: undefined });
  };
  const bounded = isBounded(params.ask);
  return (
    <div className={css.controls}>
      <Group gap="sm" align="flex-end">
        {(answer.page?.choices ?? []).map((choice) => (
          <Chosen key={choice.name} choice={choice} stages={stages} onChange={onChange} />
        ))}
        <PeriodFields period={period} onChange={onChange} />
        {bounded && (
          <NativeSelect
            label={m.against.label}
            value={against ?? ''}
            onChange={(event) => onChange({ against: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: m.against.none },
              ...OTHERS.map((value) => ({ value, label: m.against[value] })),
            ]}
          />
        )}
        <NativeSelect
          label={m.by.label}
          value={by[0] ?? ''}
          onChange={(event) => setBy(0, event.currentTarget.value)}
          data={choices}
        />
        {by.length > 0 && !(ofQuotas && by.length === 1) && (
          <NativeSelect
            label={m.by.second}
            value={by[1] ?? ''}
            onChange={(event) => setBy(1, event.currentTarget.value)}
            data={choices.filter((choice) => choice.value !== by[0])}
          />
        )}
        <NativeSelect
          label={m.views.label}
          value={view}
          onChange={(event) => onChange({ view: event.currentTarget.value, day: undefined })}
          data={VIEWS.map((value) => ({ value, label: m.views[value] }))}
        />
        {view === 'series' && (
          <NativeSelect
            label={m.step.label}
            value={step}
            onChange={(event) => onChange({ step: event.currentTarget.value })}
            data={STEPS.map((value) => ({ value, label: m.step[value] }))}
          />
        )}
      </Group>
    </div>
  );
}

interface ChosenProps {
  choice: { name: string; stage: boolean; chosen: string };
  stages: string[];
  onChange: Props['onChange'];
}

function Chosen({ choice: { name, stage, chosen }, stages, onChange }: ChosenProps) {
  const words = name === 'start' ? m.start : m.goal;
  if (!stage) {
    return (
      <TextInput
        key={chosen}
        label={words.activity}
        defaultValue={chosen}
        onBlur={(event) => event.currentTarget.value !== chosen && onChange({ [name]: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && onChange({ [name]: event.currentTarget.value })}
      />
    );
  }
  const known = stages.includes(chosen) || chosen === '' ? stages : [...stages, chosen];
  return (
    <NativeSelect
      label={words.stage}
      value={chosen}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      data={known}
    />
  );
}
