import type { PublicQuote, QuoteTotal } from '@/api';
import { moment } from '@/ui/format';
import { m } from './messages';

/** What the page of a quote is for, as it stands: to be decided on, to be read, or neither. */
export type Use = 'decide' | 'read' | 'nothing';

export function useOf({ standing }: Pick<PublicQuote, 'standing'>): Use {
  if (standing === 'sent') return 'decide';
  return standing === 'expired' || standing === 'accepted' || standing === 'declined' ? 'read' : 'nothing';
}

/** How it stands, in words: `Accepted by Eva Kern on 30 Nov 2026, 14:50`. */
export function standingOf({ standing, decided }: Pick<PublicQuote, 'standing' | 'decided'>): string {
  const { title } = m.standing[standing];
  return decided?.by ? `${title} ${m.by(decided.by, moment(decided.at))}` : title;
}

/** The sums above the total: only those that say something. */
export function sumsOf(total: QuoteTotal): { id: 'list' | 'lines' | 'whole'; minor: number }[] {
  const lines = total.list_minor - total.subtotal_minor;
  const all = [
    { id: 'list', minor: total.list_minor },
    { id: 'lines', minor: -lines },
    { id: 'whole', minor: -total.discount_minor },
  ] as const;
  return total.discounted_minor === 0 ? [] : all.filter((sum) => sum.minor !== 0);
}
