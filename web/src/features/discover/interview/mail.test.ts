import { expect, test } from 'vitest';
import { mailto } from './mail';

const deal = (name: string, done: boolean) => ({
  id: name,
  name,
  account: `${name} AG`,
  outcome: 'won' as const,
  why: '',
  answered: 0,
  of: 12,
  done,
});

test('a message bears the link and the deals that are still open', () => {
  const interview = {
    rep: 'Anna',
    email: 'anna+x@example.com',
    deals: [deal('Alpha', true), deal('Beta & Co', false)],
  };
  const href = mailto(interview, 'https://s.example/interview#abc', 'Olga', true);
  expect(href).toMatch(/^mailto:anna%2Bx@example\.com\?subject=/);
  const text = decodeURIComponent(href);
  expect(text).toContain('Still open: A few questions about a deal of yours');
  expect(text).toContain('- Beta & Co (Beta & Co AG)');
  expect(text).not.toContain('Alpha');
  expect(text).toContain('https://s.example/interview#abc');
  expect(href).not.toContain('#');
});

test('without an address the message has no receiver', () => {
  expect(mailto({ rep: 'Anna', email: null, deals: [deal('Alpha', false)] }, 'x', 'y', false)).toMatch(/^mailto:\?/);
});
