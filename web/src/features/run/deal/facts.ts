import type { Deal } from '@/api';

/** A field or attribute of a deal, as text that can be edited. */
export interface Fact {
  name: string;
  value: string;
}

/** Minor units as plain text with a point, as the API takes them: `1200`, `1200.50`. */
export const decimal = (minor: number): string => (minor / 100).toFixed(2).replace(/\.00$/, '');

/** The facts of a deal in the order of the page: what every deal has, then everything else the source told. */
export function factsOf(deal: Deal): Fact[] {
  const { name, account, owner, team, product, value } = deal;
  const own: [string, string | null | undefined][] = [
    ['name', name],
    ['account', account],
    ['owner', owner],
    ['team', team],
    ['product', product],
    ['value', value && decimal(value.minor)],
  ];
  if (value) own.push(['currency', value.currency]);
  // The list of a lead is known by its id alone.
  const inner = (field: string) => field === 'list' && deal.lead !== undefined && deal.lead !== null;
  const attributes = Object.entries(deal.attributes).filter(([field]) => !inner(field));
  const others = attributes.sort(([a], [b]) => a.localeCompare(b));
  return [...own, ...others].map(([field, text]) => ({ name: field, value: text ?? '' }));
}
