import type { Interview } from '@/api';
import { m } from './messages';

/** Opens a message to the rep with the link in it; whoever sends it may change every word. */
export function mailto(
  interview: Pick<Interview, 'rep' | 'email' | 'deals'>,
  link: string,
  by: string,
  again: boolean,
) {
  const open = interview.deals.filter((d) => !d.done);
  const subject = (again ? m.mail.reminder : '') + m.mail.subject(open.length);
  const names = open.map((d) => (d.account && d.account !== d.name ? `${d.name} (${d.account})` : d.name));
  const body = m.mail.body(interview.rep, names, link, by);
  const to = encodeURIComponent(interview.email ?? '').replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
