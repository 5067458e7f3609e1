import type { Problem, Product, ProductLine } from '@/api';
import { amountText, decimalOf, minorOf } from '@/ui/price';
import { m } from './messages';

/** A product as it is typed. */
export interface Typed {
  name: string;
  unit: string;
  currency: string;
  tax: string;
  tiers: { key: number; from: string; unit: string }[];
}

/** Messages by field: `name`, `unit`, `currency`, `tax`, `tiers`. */
export type Errors = Partial<Record<keyof Typed, string>>;

export const typedOf = (product: ProductLine | null, currency: string): Typed => ({
  name: product?.name ?? '',
  unit: product ? amountText(product.unit.minor) : '',
  // A products file may name no currency.
  currency: product && product.unit.currency !== '' ? product.unit.currency : currency,
  tax: product?.tax_percent ?? '0',
  tiers: (product?.tiers ?? []).map((tier, key) => ({ key, from: tier.from, unit: amountText(tier.unit_minor) })),
});

/** The product as it is sent, or what cannot be read, by field. */
export function productOf(typed: Typed): { product: Product } | { errors: Errors } {
  const [minor, tax] = [minorOf(typed.unit), decimalOf(typed.tax)];
  const tiers = typed.tiers.flatMap((tier) => {
    const [from, unit_minor] = [decimalOf(tier.from), minorOf(tier.unit)];
    return from === null || unit_minor === null ? [] : [{ from, unit_minor }];
  });
  const errors: Errors = {
    ...(minor === null ? { unit: m.form.errors.amount } : {}),
    ...(tax === null ? { tax: m.form.errors.percent } : {}),
    ...(tiers.length < typed.tiers.length ? { tiers: `${m.form.errors.from} ${m.form.errors.amount}` } : {}),
  };
  if (minor === null || tax === null || Object.keys(errors).length > 0) return { errors };
  return { product: { name: typed.name, unit: { minor, currency: typed.currency }, tiers, tax_percent: tax } };
}

const PLACES: Record<string, keyof Typed> = {
  name: 'name',
  'unit.minor': 'unit',
  'unit.currency': 'currency',
  tax_percent: 'tax',
  tiers: 'tiers',
};

/** What the server found, at the fields of the form. */
export const errorsOf = (problem: Problem): Errors =>
  Object.fromEntries(
    (problem.errors ?? []).flatMap(({ field, message }) => {
      const place = PLACES[field];
      return place ? [[place, message]] : [];
    }),
  );
