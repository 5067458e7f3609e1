import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { PublicQuote, QuoteStanding } from '@/api';
import { QuotePage } from './QuotePage';

const offer = (standing: QuoteStanding, version = 1, rest: Partial<PublicQuote> = {}): PublicQuote => ({
  company: 'Acme',
  quote: {
    number: 'Q-1',
    version,
    currency: 'EUR',
    issued: '2026-03-02',
    valid_until: '2026-03-31',
    lines: [{ id: 'a', product: 'Pro', quantity: '2', unit: { minor: 50_00, currency: 'EUR' } }],
  },
  total: {
    currency: 'EUR',
    lines: [
      {
        id: 'a',
        product: 'Pro',
        unit_minor: 50_00,
        list_minor: 100_00,
        discount_minor: 5_00,
        discount_percent: '5',
        net_minor: 95_00,
      },
    ],
    list_minor: 100_00,
    subtotal_minor: 95_00,
    discount_minor: 0,
    net_minor: 95_00,
    discounted_minor: 5_00,
    discounted_percent: '5',
    taxes: [{ percent: '19', net_minor: 95_00, tax_minor: 18_05 }],
    tax_minor: 18_05,
    total_minor: 113_05,
  },
  standing,
  talk: [],
  ...rest,
});

const problem = (status: number, kind: string) =>
  Response.json({ type: `urn:stagecraft:problem:${kind}`, title: kind, status, detail: kind }, { status });

/** The page; the server answers with the given things, in order, and keeps to the last of each kind. */
function show(read: Response[], said: Response[] = [], hash = '#token=abc') {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    expect(request.headers.get('x-quote')).toBe('abc');
    if (request.method !== 'GET') sent.push(await request.json());
    const answers = request.method === 'GET' ? read : said;
    return ((answers.length > 1 ? answers.shift() : answers[0]) ?? problem(500, 'none')).clone();
  });
  location.hash = hash;
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <QuotePage />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it.each<[QuoteStanding, string, boolean]>([
  ['expired', 'This offer has expired', true],
  ['accepted', 'Accepted', true],
  ['declined', 'Declined', true],
  ['withdrawn', 'This offer was withdrawn', false],
  ['draft', 'This offer is being written anew', false],
  ['awaits-approval', 'This offer is being written anew', false],
])('%s has its own words, and nothing can be accepted', async (standing, words, read) => {
  show([Response.json(offer(standing))]);
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Accept the offer' })).toBeNull();
  expect(screen.queryAllByText('€113.05')).toHaveLength(read ? 1 : 0);
});

it('a link that is over, and one without its token', async () => {
  show([problem(410, 'link-over')]);
  expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeInTheDocument();
  show([], [], '');
  expect(await screen.findByRole('heading', { name: 'Part of the link is missing' })).toBeInTheDocument();
});

it('accepting needs a name and the tick, and says who accepted', async () => {
  const decided = { by: 'Eva', theirs: true, at: '2026-03-04T09:00:00Z', words: '' };
  const { sent, user } = show([Response.json(offer('sent'))], [Response.json(offer('accepted', 1, { decided }))]);
  await user.click(await screen.findByRole('button', { name: 'Accept the offer' }));
  const go = screen.getByRole('button', { name: 'Accept for €113.05' });
  await user.type(screen.getByLabelText(/Your name/), 'Eva');
  expect(go).toBeDisabled();
  await user.click(screen.getByRole('checkbox'));
  await user.click(go);
  expect(await screen.findByText(/^Accepted by Eva on/)).toBeInTheDocument();
  expect(sent).toEqual([{ name: 'Eva', note: '', version: 1 }]);
});

it('what was changed in the meantime is loaded and said', async () => {
  const { user } = show([Response.json(offer('sent')), Response.json(offer('sent', 2))], [problem(412, 'stale')]);
  await user.click(await screen.findByRole('button', { name: 'Decline' }));
  await user.type(screen.getByLabelText(/Your name/), 'Eva');
  await user.click(screen.getByRole('button', { name: 'Decline the offer' }));
  expect(await screen.findByText(/changed in the meantime. This is version 2/)).toBeInTheDocument();
});
