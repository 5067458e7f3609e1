import type { Offer, Problem, QuoteDiscount, QuoteOfDeal } from '@/api';
import { given } from '@/ui/given';
import { amountText, decimalOf, minorOf } from '@/ui/price';
import { m } from './messages';

/** A discount as it is typed. */
export interface TypedDiscount {
  text: string;
  by: 'percent' | 'amount';
}

/** A line as it is typed; the key tells it from others while lines come and go. */
export interface DraftLine {
  key: number;
  product: string;
  quantity: string;
  discount: TypedDiscount;
}

/** A quote as it is typed. */
export interface Draft {
  lines: DraftLine[];
  discount: TypedDiscount;
  until: string;
  terms: string;
}

/** Messages by field: `lines.0.quantity`, `discount`, `valid_until`. */
export type Errors = Record<string, string>;

const NO_DISCOUNT: TypedDiscount = { text: '', by: 'percent' };

export const emptyLine = (key: number): DraftLine => ({ key, product: '', quantity: '1', discount: NO_DISCOUNT });

/** A draft to begin with: of a quote that is written anew, what it says now. */
export function begun(quote: QuoteOfDeal | null, today: string): Draft {
  if (quote === null) return { lines: [emptyLine(0)], discount: NO_DISCOUNT, until: '', terms: '' };
  const { lines, discount, valid_until: until, terms } = quote.quote;
  return {
    lines: lines.map((line, key) => ({
      key,
      product: line.product,
      quantity: line.quantity,
      discount: typed(line.discount),
    })),
    discount: typed(discount),
    until: until < today ? '' : until,
    terms: terms ?? '',
  };
}

function typed(discount: QuoteDiscount | null | undefined): TypedDiscount {
  if (!given(discount)) return NO_DISCOUNT;
  return 'percent' in discount
    ? { text: discount.percent, by: 'percent' }
    : { text: amountText(discount.amount_minor), by: 'amount' };
}

/** The discount that was typed: none, one, or nothing that can be read. */
export function discountOf({ text, by }: TypedDiscount): QuoteDiscount | null | 'unreadable' {
  if (text.trim() === '') return null;
  if (by === 'amount') {
    const amount_minor = minorOf(text);
    return amount_minor === null ? 'unreadable' : { amount_minor };
  }
  const percent = decimalOf(text);
  return percent === null || Number(percent) > 100 ? 'unreadable' : { percent };
}

/** The offer as it is sent, or what cannot be read, by field. */
export function offerOf(draft: Draft, seen: number): { offer: Offer } | { errors: Errors } {
  const errors: Errors = {};
  const read = (field: string, discount: TypedDiscount) => {
    const found = discountOf(discount);
    if (found !== 'unreadable') return found;
    errors[field] = m.form.errors[discount.by];
    return null;
  };
  const lines = draft.lines.map(({ product, quantity: text, discount }, at) => {
    const quantity = decimalOf(text);
    if (product === '') errors[`lines.${at}.product`] = m.form.errors.product;
    if (quantity === null) errors[`lines.${at}.quantity`] = m.form.errors.quantity;
    return { product, quantity: quantity ?? '', discount: read(`lines.${at}.discount`, discount) };
  });
  const discount = read('discount', draft.discount);
  if (Object.keys(errors).length > 0) return { errors };
  const until = draft.until === '' ? {} : { valid_until: draft.until };
  return { offer: { lines, discount, terms: draft.terms, seen, ...until } };
}

/** Parts of a line that the form shows at the product, for they come with it. */
const OF_PRODUCT = /^(lines\.\d+)\.(?!quantity$|discount$|product$).*/;

/** What the server found, at the fields of the form. */
export function errorsOf(problem: Problem): Errors {
  const found = (problem.errors ?? []).map(({ field, message }): [string, string] => [
    field === 'currency' ? 'lines.0.product' : field.replace(OF_PRODUCT, '$1.product'),
    field === 'currency' ? m.form.errors.currency : capital(message.replace(/^line \d+ \(.*?\): /, '')),
  ]);
  return Object.fromEntries(found);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The fields that have a place in the form; what is wrong elsewhere is told below it. */
export const hasPlace = (field: string): boolean =>
  /^lines\.\d+\.(product|quantity|discount)$/.test(field) ||
  ['discount', 'valid_until', 'terms', 'price_list'].includes(field);
