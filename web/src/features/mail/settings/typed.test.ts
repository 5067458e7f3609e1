import { expect, it } from 'vitest';
import type { MailAccount } from '@/api';
import { formOf, typedOf, usualPort } from './typed';

const account: MailAccount = {
  address: 'sales@ourco.example',
  name: 'Ourco',
  smtp: { host: 'mx', port: 2525, security: 'starttls', user: 'sales' },
  imap: null,
  folder: 'INBOX',
  authority: '',
  has_smtp_password: true,
  has_imap_password: false,
};

it('a password that was not typed is not sent, so the kept one stays', () => {
  const sent = formOf(typedOf(account, '', ''));
  expect(sent).not.toHaveProperty('smtp_password');
  expect(sent).not.toHaveProperty('imap_password');
  expect(sent.imap).toBeNull();
  expect(formOf({ ...typedOf(account, '', ''), smtpPassword: 'new' }).smtp_password).toBe('new');
});

it('a new mailbox begins with who sets it up', () => {
  const typed = typedOf(null, 'Olga', 'olga@ourco.example');
  expect([typed.name, typed.address, typed.reads]).toEqual(['Olga', 'olga@ourco.example', true]);
  expect([typed.smtp.port, typed.imap.port]).toEqual([usualPort('smtp', 'tls'), usualPort('imap', 'tls')]);
});
