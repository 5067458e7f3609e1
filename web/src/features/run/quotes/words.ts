import type { QuoteApproval, QuoteNews, QuoteOfDeal, QuoteSaid, QuoteStanding, User } from '@/api';
import { ago, moment } from '@/ui/format';
import { price, rate } from '@/ui/price';
import { m } from './messages';

const lastOf = (quote: QuoteOfDeal, kind: string): QuoteNews | undefined =>
  quote.news.findLast((n) => n.kind === kind && n.version === quote.quote.version);

/** What the prospect asked and nobody answered yet. */
export function unanswered({ news }: Pick<QuoteOfDeal, 'news'>): boolean {
  const talk = news.filter((n) => n.kind === 'quote.asked' || n.kind === 'quote.answered');
  return talk.at(-1)?.kind === 'quote.asked';
}

/** How a quote stands and what comes next, in a sentence. */
export function saysOf(quote: QuoteOfDeal, now: number = Date.now()): string {
  const { standing, approval, total } = quote;
  const by = (name: string | null | undefined) => name ?? m.says.somebody;
  const accepted = lastOf(quote, 'quote.accepted');
  switch (standing) {
    case 'draft':
      return approval?.granted ? noted(m.says.approved(by(approval.by)), approval.note) : m.says.draft;
    case 'awaits-approval':
      return approval ? waitsFor(approval, total.currency) : m.standing[standing];
    case 'refused':
      return noted(m.says.refused(by(approval?.by)), approval?.note);
    case 'sent': {
      if (unanswered(quote)) return m.says.asked;
      const seen = lastOf(quote, 'quote.viewed');
      return seen ? m.says.seen(ago(seen.at, now)) : m.says.sent;
    }
    case 'accepted':
      return accepted ? m.says.accepted(by(accepted.by), moment(accepted.at)) : m.standing[standing];
    case 'declined': {
      const declined = lastOf(quote, 'quote.declined');
      return noted(m.says.declined(declined?.by ?? m.says.prospect), declined?.words);
    }
    case 'withdrawn':
      return noted(m.says.withdrawn, lastOf(quote, 'quote.withdrawn')?.words);
    case 'expired':
      return m.says.expired;
  }
}

const noted = (says: string, words: string | undefined): string => (words ? `${says} ${m.says.words(words)}` : says);

/** Whose approval it waits for, and for what. */
export function waitsFor({ needed, asked_by: by }: QuoteApproval, currency: string): string {
  const of = `${needed.product ? `${needed.product}, ` : ''}${price(needed.list_minor, currency)}`;
  return m.says.waits(rate(needed.percent), of, needed.role, by ?? m.says.somebody);
}

/** What can be done with a quote by whoever may change the deal. */
export interface Can {
  send: boolean;
  rewrite: boolean;
  withdraw: boolean;
  answer: boolean;
}

const CAN: Record<QuoteStanding, Can> = {
  draft: { send: true, rewrite: true, withdraw: true, answer: false },
  'awaits-approval': { send: false, rewrite: true, withdraw: true, answer: false },
  refused: { send: false, rewrite: true, withdraw: true, answer: false },
  sent: { send: true, rewrite: true, withdraw: true, answer: true },
  expired: { send: false, rewrite: true, withdraw: true, answer: true },
  accepted: { send: false, rewrite: false, withdraw: false, answer: true },
  declined: { send: false, rewrite: true, withdraw: false, answer: false },
  withdrawn: { send: false, rewrite: true, withdraw: false, answer: false },
};

export const canOf = (standing: QuoteStanding): Can => CAN[standing];

/** What somebody may decide on a discount: nothing, both ways, or only to refuse it, and why. */
export type May = 'nothing' | 'both' | 'own' | 'refuse';

export function mayDecide({ standing, approval }: QuoteOfDeal, who: Pick<User, 'name' | 'role'> | null): May {
  const leads = who?.role === 'owner' || who?.role === 'manager';
  if (standing !== 'awaits-approval' || !approval || !leads) return 'nothing';
  if (approval.asked_by === who.name) return 'own';
  return approval.needed.role === 'owner' && who.role !== 'owner' ? 'refuse' : 'both';
}

/** Something that happened to a quote: `Eva Kern accepted version 2`. */
export function newsOf({ kind, by, side, version }: QuoteNews): string {
  const kinds: Record<string, string> = m.news.kinds;
  const who = by ?? (side === 'prospect' ? m.news.prospect : m.news.us);
  return m.news.line(who, kinds[kind] ?? kind, version);
}

/** Questions and answers of a quote, as the prospect reads them. */
export const talkOf = ({ news }: Pick<QuoteOfDeal, 'news'>): QuoteSaid[] =>
  news
    .filter((n) => n.kind === 'quote.asked' || n.kind === 'quote.answered')
    .map(({ by, side, at, words }) => ({ at, words, theirs: side === 'prospect', ...(by ? { by } : {}) }));
