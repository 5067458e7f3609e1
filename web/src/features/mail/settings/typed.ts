import type { MailAccount, MailAccountForm, MailSecurity, MailServer } from '@/api';
import { given } from '@/ui/given';

/** A mailbox as it is typed. */
export interface Typed {
  address: string;
  name: string;
  smtp: MailServer;
  smtpPassword: string;
  reads: boolean;
  imap: MailServer;
  imapPassword: string;
  folder: string;
  authority: string;
}

/** The port at which servers usually listen. */
export function usualPort(of: 'smtp' | 'imap', security: MailSecurity): number {
  if (of === 'imap') return security === 'tls' ? 993 : 143;
  return security === 'tls' ? 465 : security === 'starttls' ? 587 : 25;
}

const server = (of: 'smtp' | 'imap'): MailServer => ({
  host: '',
  port: usualPort(of, 'tls'),
  security: 'tls',
  user: '',
});

export const typedOf = (account: MailAccount | null, name: string, address: string): Typed => ({
  address: account?.address ?? address,
  name: account?.name ?? name,
  smtp: account?.smtp ?? server('smtp'),
  smtpPassword: '',
  reads: account === null || given(account.imap),
  imap: account?.imap ?? server('imap'),
  imapPassword: '',
  folder: account?.folder ?? 'INBOX',
  authority: account?.authority ?? '',
});

/** The mailbox as it is sent; a password that was not typed stays. */
export const formOf = (typed: Typed): MailAccountForm => ({
  address: typed.address,
  name: typed.name,
  smtp: typed.smtp,
  imap: typed.reads ? typed.imap : null,
  folder: typed.folder,
  authority: typed.authority,
  ...(typed.smtpPassword === '' ? {} : { smtp_password: typed.smtpPassword }),
  ...(typed.imapPassword === '' ? {} : { imap_password: typed.imapPassword }),
});
