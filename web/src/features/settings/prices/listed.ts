import type { PriceList, PriceListLine, ProductLine, QuoteOfDeal } from '@/api';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The catalogue at the prices of a list: what it has no price for is left out where it is in another currency. */
export function listed(catalogue: readonly ProductLine[], list: PriceList | undefined): ProductLine[] {
  if (!list) return [...catalogue];
  return catalogue.flatMap((product) => {
    const own = list.prices?.find((price) => same(price.product, product.name));
    if (own) {
      return [{ ...product, unit: { minor: own.unit_minor, currency: list.currency }, tiers: own.tiers ?? [] }];
    }
    return product.unit.currency === list.currency ? [product] : [];
  });
}

/** The list at whose prices a quote was written, as far as its lines tell; none for those of the catalogue. */
export function listOf(
  quote: QuoteOfDeal | null,
  catalogue: readonly ProductLine[],
  lists: readonly PriceListLine[],
): PriceListLine | undefined {
  const lines = quote?.quote.lines ?? [];
  const fits = (products: readonly ProductLine[]) =>
    lines.every((line) => {
      const product = products.find((p) => same(p.name, line.product));
      return product?.unit.minor === line.unit.minor && product.unit.currency === line.unit.currency;
    });
  return lines.length === 0 || fits(catalogue) ? undefined : lists.find((list) => fits(listed(catalogue, list)));
}

/** The list without what the server adds to it. */
export const plainList = ({ name, currency, segment, territory, from, until, prices }: PriceListLine): PriceList => ({
  name,
  currency,
  segment: segment ?? '',
  territory: territory ?? '',
  from: from ?? null,
  until: until ?? null,
  prices: prices ?? [],
});
