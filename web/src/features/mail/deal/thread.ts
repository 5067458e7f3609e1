import type { DealMails, IncomingMail, OutgoingMail } from '@/api';
import { moment } from '@/ui/format';
import { given } from '@/ui/given';
import { m } from '../messages';

/** A mail in or out, with the moment it stands at. */
export type ThreadLine = { way: 'out'; at: string; mail: OutgoingMail } | { way: 'in'; at: string; mail: IncomingMail };

const outAt = (mail: OutgoingMail): string => {
  if (given(mail.sent)) return mail.sent;
  return mail.state === 'queued' ? mail.due : mail.created;
};

/** All mails, the latest first; what is planned stands above. */
export function thread({ outgoing, incoming }: Pick<DealMails, 'outgoing' | 'incoming'>): ThreadLine[] {
  const lines: ThreadLine[] = [
    ...outgoing.map((mail): ThreadLine => ({ way: 'out', at: outAt(mail), mail })),
    ...incoming.map((mail): ThreadLine => ({ way: 'in', at: mail.at, mail })),
  ];
  return lines.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** How a mail of ours stands, in words. */
export function stateOf(mail: OutgoingMail, now: number = Date.now()): string {
  if (mail.state !== 'queued') return m.deal.states[mail.state];
  if (given(mail.reason) && mail.tries > 0) return m.deal.again(moment(mail.due));
  return Date.parse(mail.due) > now + 60_000 ? m.deal.planned(moment(mail.due)) : m.deal.states.queued;
}

/** What one can do about a mail of ours. */
export type MailAct = 'cancel' | 'arrived' | 'resend' | 'retry';

export function actsOf({ state }: Pick<OutgoingMail, 'state'>): MailAct[] {
  if (state === 'queued') return ['cancel'];
  if (state === 'uncertain') return ['arrived', 'resend'];
  return state === 'failed' ? ['retry'] : [];
}

/** The subject of an answer. */
export const answerTo = (subject: string): string => (/^(re|aw):/i.test(subject) ? subject : `Re: ${subject}`);
