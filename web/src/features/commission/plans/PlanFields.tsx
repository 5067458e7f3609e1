import { Group, NativeSelect, TextInput } from '@mantine/core';
import { m } from './messages';
import { Steps } from './Steps';
import type { Errors, Typed } from './typed';

interface Props {
  typed: Typed;
  errors: Errors;
  onChange: (part: Partial<Typed>) => void;
}

type Plain =
  'name' | 'currency' | 'from' | 'until' | 'rate' | 'target' | 'capDeal' | 'capPeriod' | 'draw' | 'clawbackDays';

const isPeriod = (value: string): value is Typed['period'] =>
  value === 'month' || value === 'quarter' || value === 'year';
const isTaking = (value: string): value is Typed['clawbackTakes'] => value === 'full' || value === 'pro-rata';

/** The fields of a plan. */
export function PlanFields({ typed, errors, onChange }: Props) {
  const field = (name: Plain) => ({
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <Group grow align="flex-start">
        <TextInput label={m.form.name} required maxLength={200} data-autofocus {...field('name')} />
        <TextInput label={m.form.currency} required maxLength={3} {...field('currency')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput type="date" label={m.form.from} required {...field('from')} />
        <TextInput type="date" label={m.form.until} {...field('until')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={m.form.rate} required inputMode="decimal" {...field('rate')} />
        <NativeSelect
          label={m.form.period}
          data={Object.entries(m.form.periods).map(([value, label]) => ({ value, label }))}
          value={typed.period}
          onChange={({ currentTarget: { value } }) => isPeriod(value) && onChange({ period: value })}
        />
      </Group>
      <Steps
        steps={typed.tiers}
        error={errors.tiers}
        words={{
          title: m.form.tiers,
          help: m.form.tiersHelp,
          from: m.form.tierFrom,
          is: m.form.tierRate,
          add: m.form.addTier,
          remove: m.form.removeTier,
        }}
        onChange={(tiers) => onChange({ tiers })}
      />
      <TextInput label={m.form.target} description={m.form.targetHelp} inputMode="decimal" {...field('target')} />
      <Steps
        steps={typed.accelerators}
        error={errors.accelerators}
        words={{
          title: m.form.accelerators,
          help: m.form.acceleratorsHelp,
          from: m.form.above,
          is: m.form.factor,
          add: m.form.addAccelerator,
          remove: m.form.removeAccelerator,
        }}
        onChange={(accelerators) => onChange({ accelerators })}
      />
      <Group grow align="flex-start">
        <TextInput label={m.form.capDeal} inputMode="decimal" {...field('capDeal')} />
        <TextInput label={m.form.capPeriod} inputMode="decimal" {...field('capPeriod')} />
      </Group>
      <TextInput label={m.form.draw} description={m.form.drawHelp} inputMode="decimal" {...field('draw')} />
      <Group grow align="flex-end">
        <TextInput label={m.form.clawbackDays} inputMode="numeric" {...field('clawbackDays')} />
        <NativeSelect
          label={m.form.clawbackTakes}
          data={Object.entries(m.form.takes).map(([value, label]) => ({ value, label }))}
          value={typed.clawbackTakes}
          onChange={({ currentTarget: { value } }) => isTaking(value) && onChange({ clawbackTakes: value })}
        />
      </Group>
    </>
  );
}
