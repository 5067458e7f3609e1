import type { Offer, ProductLine, QuoteDiscount } from '@/api';

/** Units of 1 in a decimal: it has nine places. */
const ONE = 1_000_000_000n;

/** What an offer will come to before tax, in minor units. */
export interface Preview {
  currency: string;
  netMinor: number;
  /** All discounts in percent of the list price, to two places. */
  off: string;
}

/**
 * What an offer will come to, by the server's own rules and without a rounding in between; null where they give no
 * answer (an unknown product, two currencies, a discount above the price).
 */
export function preview(offer: Offer, catalogue: readonly ProductLine[]): Preview | null {
  const known = offer.lines.map((line) => ({ line, product: catalogue.find((p) => p.name === line.product) }));
  const currency = known[0]?.product?.unit.currency;
  let [list, subtotal] = [0n, 0n];
  for (const { line, product } of known) {
    const quantity = unitsOf(line.quantity);
    if (!product || product.unit.currency !== currency || quantity <= 0n) return null;
    const price = roundHalfEven(quantity * BigInt(unitOf(product, quantity)), ONE);
    const net = less(price, line.discount);
    if (net < 0n) return null;
    list += price;
    subtotal += net;
  }
  const net = less(subtotal, offer.discount);
  if (currency === undefined || net < 0n) return null;
  return { currency, netMinor: Number(net), off: hundredths(list - net, list) };
}

/** Price of one at a quantity. */
export function unitOf(product: ProductLine, quantity: bigint): number {
  const reached = product.tiers?.findLast((tier) => unitsOf(tier.from) <= quantity);
  return reached?.unit_minor ?? product.unit.minor;
}

/** A decimal of the API as a whole number of its smallest places. */
export function unitsOf(decimal: string): bigint {
  const [whole = '0', places = ''] = decimal.split('.');
  return BigInt(whole) * ONE + BigInt(places.padEnd(9, '0'));
}

function less(price: bigint, discount: QuoteDiscount | null | undefined): bigint {
  if (!discount) return price;
  if ('percent' in discount) return price - roundHalfEven(unitsOf(discount.percent) * price, ONE * 100n);
  return price - BigInt(discount.amount_minor);
}

/** To the nearest whole, a half to the even one; of numbers from 0. */
function roundHalfEven(value: bigint, by: bigint): bigint {
  const [floor, rest] = [value / by, (value % by) * 2n];
  return rest > by || (rest === by && floor % 2n === 1n) ? floor + 1n : floor;
}

/** A part in percent, without zeros at the end: `4.98`, `5`. */
function hundredths(part: bigint, whole: bigint): string {
  const percent = whole === 0n ? 0n : roundHalfEven(part * 10_000n, whole);
  return String(Number(percent) / 100);
}
