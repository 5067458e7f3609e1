import type { CommissionShare } from '@/api';
import { decimalOf } from '@/ui/price';
import { percentOf, shareOf } from '../plans/typed';

/** A share as it is typed, in percent. */
export interface TypedShare {
  key: number;
  person: string;
  percent: string;
}

export const typedShares = (shares: { person: string; share: string }[]): TypedShare[] =>
  shares.map(({ person, share }, key) => ({ key, person, percent: percentOf(share) }));

/** The shares as they are sent; null where one cannot be read. */
export function sharesOf(typed: TypedShare[]): CommissionShare[] | null {
  const read = typed.flatMap(({ person, percent }) => {
    const share = shareOf(percent);
    return share === null || person.trim() === '' ? [] : [{ person: person.trim(), share }];
  });
  return read.length < typed.length ? null : read;
}

const PLACES = 7;
const SCALE = 10n ** BigInt(PLACES);

/** All shares together in percent, exact; what cannot be read counts nothing. */
export function sumOf(typed: TypedShare[]): string {
  const units = typed.reduce((sum, { percent }) => sum + unitsOf(percent), 0n);
  const rest = String(units % SCALE)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${units / SCALE}${rest === '' ? '' : `.${rest}`}`;
}

function unitsOf(percent: string): bigint {
  const [whole = '0', part = ''] = (decimalOf(percent) ?? '0').split('.');
  return BigInt(whole) * SCALE + BigInt(part.slice(0, PLACES).padEnd(PLACES, '0'));
}

/** What was typed as an amount that may be below 0, in minor units, or null. */
export function signed(typed: string, minorOf: (text: string) => number | null): number | null {
  const text = typed.trim().replace('−', '-');
  const minor = minorOf(text.replace(/^[-+]/, ''));
  return minor === null ? null : text.startsWith('-') ? -minor : minor;
}
