import { NativeSelect, TextInput } from '@mantine/core';
import type { TypedDiscount } from './draft';
import { m } from './messages';

interface Props {
  label: string;
  description?: string;
  value: TypedDiscount;
  /** In which an amount is; empty as long as nothing tells. */
  currency: string;
  error: string | undefined;
  onChange: (value: TypedDiscount) => void;
}

/** A discount in percent or as an amount. */
export function DiscountInput({ label, description, value, currency, error, onChange }: Props) {
  return (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      value={value.text}
      error={error}
      onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      rightSectionWidth={96}
      rightSection={
        <NativeSelect
          variant="unstyled"
          w="100%"
          rightSectionWidth={24}
          styles={{ input: { paddingInline: '8px 24px', textAlign: 'right' } }}
          aria-label={m.form.by(label)}
          value={value.by}
          data={[
            { value: 'percent', label: m.form.percent },
            { value: 'amount', label: currency || m.form.amount },
          ]}
          onChange={(event) =>
            onChange({ ...value, by: event.currentTarget.value === 'amount' ? 'amount' : 'percent' })
          }
        />
      }
    />
  );
}
