import { monthOf } from '@/ui/format';

/** A period as people say it: `Mar 2026`, `Q1 2026`, `2026`. */
export function periodWords(name: string): string {
  const [year = name, part] = name.split('-');
  if (part === undefined) return year;
  return part.startsWith('Q') ? `${part} ${year}` : monthOf(`${name}-01`);
}

/** Amounts by currency: what is not in one currency is not added up. */
export function totals(rows: { currency: string; total_minor: number }[]): [currency: string, minor: number][] {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0) + row.total_minor);
  return [...sums].sort(([a], [b]) => a.localeCompare(b));
}
