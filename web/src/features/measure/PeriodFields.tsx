import { NativeSelect, TextInput } from '@mantine/core';
import { m } from './messages';
import { type PeriodChoice, PRESETS } from './period';

interface Props {
  period: PeriodChoice;
  /** True where the period cuts nothing. */
  disabled?: boolean;
  onChange: (change: Record<string, string | undefined>) => void;
}

/** Chooses the period: counted back from the end of the data, or from one day to another. */
export function PeriodFields({ period, disabled = false, onChange }: Props) {
  return (
    <>
      <NativeSelect
        label={m.period.label}
        value={period.preset}
        disabled={disabled}
        onChange={(event) => onChange({ period: event.currentTarget.value, from: undefined, to: undefined })}
        data={PRESETS.map((value) => ({ value, label: m.period[value] }))}
      />
      {period.preset === 'custom' && !disabled && (
        <>
          <TextInput
            type="date"
            label={m.period.from}
            value={period.first ?? ''}
            onChange={(event) => onChange({ period: 'custom', from: event.currentTarget.value || undefined })}
          />
          <TextInput
            type="date"
            label={m.period.to}
            value={period.last ?? ''}
            onChange={(event) => onChange({ period: 'custom', to: event.currentTarget.value || undefined })}
          />
        </>
      )}
    </>
  );
}
