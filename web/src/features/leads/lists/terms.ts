import type { ListTerms, Problem } from '@/api';
import { amountText, minorOf } from '@/ui/price';
import { m } from './messages';

/** What is known of a list, as it is typed. */
export interface Typed {
  source: string;
  price: string;
  currency: string;
  bought: string;
  licence: string;
  until: string;
  campaign: string;
}

export type Errors = Partial<Record<keyof Typed, string>>;

export const typedOf = (terms: ListTerms | null): Typed => ({
  source: terms?.source ?? '',
  price: terms?.price ? amountText(terms.price.minor) : '',
  currency: terms?.price?.currency ?? '',
  bought: terms?.bought ?? '',
  licence: terms?.licence ?? '',
  until: terms?.valid_until ?? '',
  campaign: terms?.campaign ?? '',
});

/** What is sent, or what cannot be read, by field. */
export function termsOf(typed: Typed): { terms: ListTerms } | { errors: Errors } {
  const minor = typed.price.trim() === '' ? null : minorOf(typed.price);
  if (typed.price.trim() !== '' && minor === null) return { errors: { price: m.terms.amount } };
  const { source, licence, campaign } = typed;
  return {
    terms: {
      source,
      licence,
      campaign,
      ...(minor === null ? {} : { price: { minor, currency: typed.currency } }),
      ...(typed.bought === '' ? {} : { bought: typed.bought }),
      ...(typed.until === '' ? {} : { valid_until: typed.until }),
    },
  };
}

const PLACES: Record<string, keyof Typed> = {
  source: 'source',
  'price.minor': 'price',
  'price.currency': 'currency',
  bought: 'bought',
  licence: 'licence',
  valid_until: 'until',
  campaign: 'campaign',
};

/** What the server found, at the fields of the form. */
export const errorsOf = (problem: Problem): Errors =>
  Object.fromEntries(
    (problem.errors ?? []).flatMap(({ field, message }) => {
      const place = PLACES[field];
      return place ? [[place, message]] : [];
    }),
  );
