/** Exact prices and decimals, as they are shown and typed. */
import { MINOR, moneyFormat } from './format';

/** Minor units to the cent: `€1,356.60`; without a currency as a bare number. */
export function price(minor: number, currency: string): string {
  const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  // A currency without cents shows some only where the price has them.
  const digits = minor % MINOR === 0 ? {} : cents;
  return moneyFormat(currency, digits, cents).format(minor / MINOR);
}

/** A percentage of the API: `"4.98"` as `4.98 %`. */
export const rate = (percent: string): string => `${percent}\u00a0%`;

/** What was typed as a decimal of the API, or null: `2,5` is `2.5`; thousands are not parted. */
export function decimalOf(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,9}(\.\d{1,9})?$/.test(text) ? text : null;
}

/** What was typed as an amount in minor units, or null: `1234.5`, `1234,50`, `1,234.50`. */
export function minorOf(typed: string): number | null {
  const text = typed.trim().replaceAll(/[\s']/g, '');
  const plain = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.');
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  return found ? Number(found[1]) * MINOR + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

/** Minor units as they are typed: `1356.60`. */
export const amountText = (minor: number): string =>
  minor % MINOR === 0 ? String(minor / MINOR) : (minor / MINOR).toFixed(2);
