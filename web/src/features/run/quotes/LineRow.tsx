import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ProductLine } from '@/api';
import { decimalOf, price } from '@/ui/price';
import { DiscountInput } from './DiscountInput';
import type { DraftLine, Errors } from './draft';
import css from './Form.module.css';
import { m } from './messages';
import { unitOf, unitsOf } from './preview';

interface Props {
  line: DraftLine;
  at: number;
  catalogue: ProductLine[];
  errors: Errors;
  first: boolean;
  onChange: (line: DraftLine) => void;
  onRemove: (() => void) | undefined;
}

/** Products shown at once; typing finds the others. */
const SHOWN = 50;

/** One line: a product of the catalogue, how much of it, its discount. */
export function LineRow({ line, at, catalogue, errors, first, onChange, onRemove }: Props) {
  const product = catalogue.find((p) => p.name === line.product);
  const quantity = decimalOf(line.quantity);
  // A product that left the catalogue still names itself; the server tells what to do.
  const names = [...catalogue.map((p) => p.name), ...(product || line.product === '' ? [] : [line.product])];
  const priceOf = (name: string) => {
    const unit = catalogue.find((p) => p.name === name)?.unit;
    return unit ? price(unit.minor, unit.currency) : '';
  };
  const error = (field: string) => errors[`lines.${at}.${field}`];
  return (
    <li className={css.line} aria-label={m.form.line(at + 1)}>
      <Select
        label={m.form.product}
        placeholder={m.form.choose}
        searchable
        openOnFocus={false}
        data-autofocus={first || undefined}
        limit={SHOWN}
        data={names}
        nothingFoundMessage={m.form.nothing}
        renderOption={({ option }) => (
          <span className={css.option}>
            <span>{option.label}</span>
            <span className="tabular">{priceOf(option.value)}</span>
          </span>
        )}
        value={line.product === '' ? null : line.product}
        error={error('product')}
        onChange={(next) => onChange({ ...line, product: next ?? '' })}
      />
      <TextInput
        label={m.form.quantity}
        inputMode="decimal"
        value={line.quantity}
        error={error('quantity')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={
          product && quantity !== null && m.form.unit(price(unitOf(product, unitsOf(quantity)), product.unit.currency))
        }
        onChange={(event) => onChange({ ...line, quantity: event.currentTarget.value })}
      />
      <DiscountInput
        label={m.form.discount}
        value={line.discount}
        currency={product?.unit.currency ?? ''}
        error={error('discount')}
        onChange={(discount) => onChange({ ...line, discount })}
      />
      {onRemove && (
        <ActionIcon
          className={css.remove}
          size={36}
          variant="subtle"
          c="var(--ink-soft)"
          aria-label={m.form.remove(at + 1)}
          onClick={onRemove}
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </li>
  );
}
