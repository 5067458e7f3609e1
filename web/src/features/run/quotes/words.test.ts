import { describe, expect, it } from 'vitest';
import type { QuoteApproval, QuoteNews, QuoteOfDeal, QuoteStanding } from '@/api';
import { m } from './messages';
import { canOf, mayDecide, newsOf, saysOf, unanswered } from './words';

const NOW = Date.parse('2026-03-04T12:00:00Z');

const news = (kind: string, by: string | null, words = '', version = 2): QuoteNews => ({
  event: kind + words,
  kind,
  at: '2026-03-04T09:00:00Z',
  side: by === 'Eva' ? 'prospect' : 'rep',
  by,
  version,
  words,
});

const approval = (role: string, rest: Partial<QuoteApproval> = {}): QuoteApproval => ({
  needed: { role, discount_minor: 12_00, list_minor: 100_00, percent: '12', limit_percent: '10' },
  asked_by: 'Ann',
  note: '',
  ...rest,
});

const quote = (standing: QuoteStanding, rest: Partial<QuoteOfDeal> = {}): QuoteOfDeal => ({
  id: 'q',
  quote: {
    number: 'Q-1',
    version: 2,
    currency: 'EUR',
    issued: '2026-03-02',
    valid_until: '2026-03-31',
    lines: [],
  },
  total: {
    currency: 'EUR',
    lines: [],
    list_minor: 100_00,
    subtotal_minor: 88_00,
    discount_minor: 0,
    net_minor: 88_00,
    discounted_minor: 12_00,
    discounted_percent: '12',
    taxes: [],
    tax_minor: 0,
    total_minor: 88_00,
  },
  standing,
  history: [],
  news: [],
  ...rest,
});

describe('how a quote stands', () => {
  it.each<[string, QuoteOfDeal, RegExp]>([
    ['a draft', quote('draft'), /does not see it yet/],
    [
      'an approved draft',
      quote('draft', { approval: approval('manager', { by: 'Max', granted: true, note: 'Once' }) }),
      /^Max approved the discount\. It can be sent\. “Once”$/,
    ],
    [
      'one that waits',
      quote('awaits-approval', { approval: approval('manager') }),
      /^Ann asks for a discount of 12\u00a0% on €100\.00\. The manager has to approve it/,
    ],
    [
      'a refused one',
      quote('refused', { approval: approval('manager', { by: 'Max', granted: false, note: 'Too much' }) }),
      /^Max refused the discount.*“Too much”$/,
    ],
    ['one that nobody opened', quote('sent'), /can read and accept it/],
    [
      'one of which an older version was opened',
      quote('sent', { news: [news('quote.viewed', null, '', 1)] }),
      /can read/,
    ],
    ['one that was opened', quote('sent', { news: [news('quote.viewed', null)] }), /opened it 3 hours ago/],
    ['one with a question', quote('sent', { news: [news('quote.asked', 'Eva', 'When?')] }), /not answered yet/],
    ['an expired one', quote('expired'), /Write it anew with a later one/],
    [
      'an accepted one',
      quote('accepted', { news: [news('quote.accepted', 'Eva')] }),
      /^Eva accepted it on .*negotiated price/,
    ],
    [
      'a declined one',
      quote('declined', { news: [news('quote.declined', 'Eva', 'Later')] }),
      /^Eva declined it\. “Later”$/,
    ],
    ['a withdrawn one', quote('withdrawn'), /off the table/],
  ])('%s', (_, of, says) => expect(saysOf(of, NOW)).toMatch(says));

  it('every standing has its words', () => {
    const words = Object.values(m.standing);
    expect(new Set(words).size).toBe(8);
  });
});

describe('what can be done', () => {
  it.each<[QuoteStanding, boolean, boolean, boolean]>([
    ['draft', true, true, true],
    ['awaits-approval', false, true, true],
    ['refused', false, true, true],
    ['sent', true, true, true],
    ['expired', false, true, true],
    ['accepted', false, false, false],
    ['declined', false, true, false],
    ['withdrawn', false, true, false],
  ])('%s: send %s, rewrite %s, withdraw %s', (standing, send, rewrite, withdraw) =>
    expect(canOf(standing)).toMatchObject({ send, rewrite, withdraw }),
  );

  it.each([
    ['manager', 'Max', 'manager', 'both'],
    ['owner', 'Max', 'manager', 'both'],
    ['manager', 'Max', 'owner', 'refuse'],
    ['owner', 'Max', 'owner', 'both'],
    ['manager', 'Ann', 'manager', 'own'],
    ['rep', 'Bea', 'manager', 'nothing'],
    ['viewer', 'Vic', 'manager', 'nothing'],
  ] as const)('a %s named %s decides on what needs the %s: %s', (role, name, needed, may) =>
    expect(mayDecide(quote('awaits-approval', { approval: approval(needed) }), { name, role })).toBe(may),
  );

  it('nothing is decided twice', () =>
    expect(mayDecide(quote('draft', { approval: approval('manager') }), { name: 'Max', role: 'owner' })).toBe(
      'nothing',
    ));
});

it('a question is open until it is answered', () => {
  const [asked, answered] = [news('quote.asked', 'Eva', 'When?'), news('quote.answered', 'Ann', 'Soon')];
  expect(unanswered({ news: [asked] })).toBe(true);
  expect(unanswered({ news: [asked, answered] })).toBe(false);
  expect(unanswered({ news: [] })).toBe(false);
});

it('what happened names who did it', () => {
  expect(newsOf(news('quote.accepted', 'Eva'))).toBe('Eva accepted version 2');
  expect(newsOf({ ...news('quote.viewed', null), side: 'prospect' })).toBe('The prospect opened version 2');
});
