import { Autocomplete, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { DealAmount, DealMoment, MetricFormula } from '@/api';
import {
  type Act,
  actOf,
  AMOUNTS,
  amountKind,
  type AmountKind,
  amountOf,
  fresh,
  kindOf,
  KINDS,
  momentKind,
  type MomentKind,
  momentOf,
  MOMENTS,
  stageOf,
} from './draft';
import { m } from './messages';

/** What can be chosen from. */
export interface Words {
  stages: string[];
  activities: string[];
  fields: string[];
}

interface Props {
  formula: MetricFormula;
  words: Words;
  onChange: (formula: MetricFormula) => void;
}

/** Makes a formula: what is figured, and of what. */
export function FormulaForm({ formula, words, onChange }: Props) {
  return (
    <>
      <NativeSelect
        label={m.form.kind}
        value={kindOf(formula) ?? 'count'}
        onChange={(event) => {
          const kind = KINDS.find((one) => one === event.currentTarget.value);
          if (kind) onChange(fresh(kind));
        }}
        data={KINDS.map((value) => ({ value, label: m.form.kinds[value] }))}
      />
      <Parts formula={formula} words={words} onChange={onChange} />
    </>
  );
}

function Parts({ formula, words, onChange }: Props) {
  if ('count' in formula) {
    const { count } = formula;
    return (
      <>
        <NativeSelect
          label={m.form.what}
          value={'events' in count ? 'events' : 'deals'}
          onChange={(event) =>
            onChange({
              count: event.currentTarget.value === 'events' ? { events: { kind: '' } } : { deals: 'created' },
            })
          }
          data={(['deals', 'events'] as const).map((value) => ({ value, label: m.form.whats[value] }))}
        />
        {'events' in count ? (
          <ActForm act={count.events} words={words} onChange={(events) => onChange({ count: { events } })} />
        ) : (
          <MomentForm
            label={m.form.at}
            moment={count.deals}
            words={words}
            onChange={(deals) => onChange({ count: { deals } })}
          />
        )}
      </>
    );
  }
  if ('share' in formula) {
    const { share } = formula;
    return (
      <>
        <TwoMoments
          labels={[m.form.from, m.form.to]}
          of={share}
          words={words}
          onChange={(moments) => onChange({ share: { ...share, ...moments } })}
        />
        <NumberInput
          label={m.form.within}
          value={share.within_days ?? ''}
          min={1}
          onChange={(days) => onChange({ share: { ...share, within_days: typeof days === 'number' ? days : null } })}
        />
      </>
    );
  }
  if ('duration' in formula) {
    const { duration } = formula;
    return (
      <>
        <TwoMoments
          labels={[m.form.since, m.form.until]}
          of={duration}
          words={words}
          onChange={(moments) => onChange({ duration: { ...duration, ...moments } })}
        />
        <QuantileForm q={duration.q} onChange={(q) => onChange({ duration: { ...duration, q } })} />
      </>
    );
  }
  if ('ratio' in formula) {
    const { ratio } = formula;
    return (
      <>
        <AmountsForm
          label={m.form.over}
          of={ratio.over}
          words={words}
          onChange={(over) => onChange({ ratio: { ...ratio, over } })}
        />
        <AmountsForm
          label={m.form.under}
          of={ratio.under}
          words={words}
          onChange={(under) => onChange({ ratio: { ...ratio, under } })}
        />
      </>
    );
  }
  if ('sum' in formula) {
    return <AmountsForm label={m.form.amount} of={formula.sum} words={words} onChange={(sum) => onChange({ sum })} />;
  }
  if ('mean' in formula) {
    return (
      <AmountsForm label={m.form.amount} of={formula.mean} words={words} onChange={(mean) => onChange({ mean })} />
    );
  }
  if ('quantile' in formula) {
    const { quantile } = formula;
    return (
      <>
        <AmountsForm
          label={m.form.amount}
          of={quantile}
          words={words}
          onChange={(of) => onChange({ quantile: { ...quantile, ...of } })}
        />
        <QuantileForm q={quantile.q} onChange={(q) => onChange({ quantile: { ...quantile, q } })} />
      </>
    );
  }
  return null;
}

interface Amounts {
  of: DealAmount;
  at: DealMoment;
}

interface AmountsProps {
  label: string;
  of: Amounts;
  words: Words;
  onChange: (amounts: Amounts) => void;
}

function AmountsForm({ label, of, words, onChange }: AmountsProps) {
  const kind = amountKind(of.of);
  const set = (amount: DealAmount) => onChange({ of: amount, at: of.at });
  const choose = (value: string) => {
    const next: AmountKind | undefined = AMOUNTS.find((one) => one === value);
    if (next) set(amountOf(next));
  };
  return (
    <>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={label}
          value={kind}
          onChange={(event) => choose(event.currentTarget.value)}
          data={AMOUNTS.map((value) => ({ value, label: m.form.amounts[value] }))}
        />
        {typeof of.of !== 'string' && 'field' in of.of && (
          <NativeSelect
            label={m.form.field}
            value={of.of.field}
            onChange={(event) => set({ field: event.currentTarget.value })}
            data={['', ...words.fields]}
          />
        )}
      </Group>
      {typeof of.of !== 'string' && 'events' in of.of && (
        <ActForm act={of.of.events} words={words} onChange={(events) => set({ events })} />
      )}
      {typeof of.of !== 'string' && 'days' in of.of && (
        <TwoMoments
          labels={[m.form.since, m.form.until]}
          of={of.of.days}
          words={words}
          onChange={(days) => set({ days })}
        />
      )}
      <MomentForm label={m.form.at} moment={of.at} words={words} onChange={(at) => onChange({ of: of.of, at })} />
    </>
  );
}

interface Moments {
  from: DealMoment;
  to: DealMoment;
}

interface TwoProps {
  labels: [string, string];
  of: Moments;
  words: Words;
  onChange: (moments: Moments) => void;
}

function TwoMoments({ labels: [first, second], of: { from, to }, words, onChange }: TwoProps) {
  return (
    <>
      <MomentForm label={first} moment={from} words={words} onChange={(next) => onChange({ from: next, to })} />
      <MomentForm label={second} moment={to} words={words} onChange={(next) => onChange({ from, to: next })} />
    </>
  );
}

interface MomentProps {
  label: string;
  moment: DealMoment;
  words: Words;
  onChange: (moment: DealMoment) => void;
}

function MomentForm({ label, moment, words, onChange }: MomentProps) {
  const kind = momentKind(moment);
  const choose = (value: string) => {
    const next: MomentKind | undefined = MOMENTS.find((one) => one === value);
    if (next) onChange(momentOf(next, moment));
  };
  const act = (next: Act) => onChange(kind === 'last' ? { last: next } : { first: next });
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={label}
        value={kind}
        onChange={(event) => choose(event.currentTarget.value)}
        data={MOMENTS.map((value) => ({ value, label: m.form.moments[value] }))}
      />
      {(kind === 'entered' || kind === 'left') && (
        <NativeSelect
          label={m.form.stage}
          value={stageOf(moment)}
          onChange={(event) =>
            onChange(kind === 'entered' ? { entered: event.currentTarget.value } : { left: event.currentTarget.value })
          }
          data={['', ...words.stages]}
        />
      )}
      {(kind === 'first' || kind === 'last') && <ActForm act={actOf(moment)} words={words} onChange={act} />}
    </Group>
  );
}

interface ActProps {
  act: Act;
  words: Words;
  onChange: (act: Act) => void;
}

function ActForm({ act, words, onChange }: ActProps) {
  const sides = ['', 'prospect', 'rep'] as const;
  return (
    <Group gap="sm" align="flex-end">
      <Autocomplete
        label={m.form.event}
        value={act.kind}
        data={words.activities}
        limit={20}
        onChange={(kind) => onChange({ ...act, kind })}
      />
      <NativeSelect
        label={m.form.by}
        value={act.by ?? ''}
        onChange={(event) => {
          const by = sides.find((side) => side === event.currentTarget.value);
          onChange({ ...act, by: by === 'prospect' || by === 'rep' ? by : null });
        }}
        data={sides.map((value) => ({ value, label: m.form.bys[value] }))}
      />
      <TextInput
        label={m.form.tag}
        value={act.tag ?? ''}
        onChange={(event) => onChange({ ...act, tag: event.currentTarget.value || null })}
      />
    </Group>
  );
}

function QuantileForm({ q, onChange }: { q: number | undefined; onChange: (q: number) => void }) {
  return (
    <NumberInput
      label={m.form.q}
      value={q ?? 0.5}
      min={0.01}
      max={0.99}
      step={0.05}
      decimalScale={2}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  );
}
