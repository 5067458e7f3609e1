import { expect, it } from 'vitest';
import type { IncomingMail, OutgoingMail } from '@/api';
import { actsOf, answerTo, stateOf, thread } from './thread';

const out = (id: string, more: Partial<OutgoingMail>): OutgoingMail => ({
  id,
  to: 'ann@acme.example',
  to_name: 'Ann',
  subject: 'Hello',
  body: '…',
  is_step: false,
  created: '2026-03-11T10:00:00Z',
  due: '2026-03-11T10:00:00Z',
  state: 'sent',
  tries: 1,
  ...more,
});

const came = (id: string, at: string): IncomingMail => ({
  id,
  class: 'reply',
  from: 'ann@acme.example',
  from_name: '',
  subject: 'Re: Hello',
  body: '…',
  why: '',
  at,
});

it('mails stand by when they went or came, what is planned above all', () => {
  const lines = thread({
    outgoing: [
      out('first', { sent: '2026-03-11T10:05:00Z' }),
      out('planned', { state: 'queued', due: '2026-03-20T08:00:00Z' }),
      out('given up', { state: 'failed', created: '2026-03-11T09:00:00Z' }),
    ],
    incoming: [came('answer', '2026-03-12T09:00:00Z')],
  });
  expect(lines.map((l) => l.mail.id)).toEqual(['planned', 'answer', 'first', 'given up']);
});

const NOW = Date.parse('2026-03-11T12:00:00Z');

it.each([
  [out('a', { state: 'queued' }), 'waits to be sent', ['cancel']],
  [out('a', { state: 'queued', due: '2026-03-12T08:00:00Z' }), /^goes on/, ['cancel']],
  [out('a', { state: 'queued', due: '2026-03-12T08:00:00Z', reason: '451 later' }), /^is tried again on/, ['cancel']],
  [out('a', { state: 'sent' }), 'sent', []],
  [out('a', { state: 'uncertain' }), 'may have been sent', ['arrived', 'resend']],
  [out('a', { state: 'failed' }), 'not delivered', ['retry']],
  [out('a', { state: 'refused' }), /nobody may write there/, []],
])('a mail says how it stands and what can be done: %#', (mail, says, acts) => {
  expect(stateOf(mail, NOW)).toMatch(says);
  expect(actsOf(mail)).toEqual(acts);
});

it.each([
  ['Hello', 'Re: Hello'],
  ['RE: Hello', 'RE: Hello'],
  ['AW: Hallo', 'AW: Hallo'],
])('an answer to %s', (subject, expected) => {
  expect(answerTo(subject)).toBe(expected);
});
