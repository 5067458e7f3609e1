import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { DeliveryLine, PublicDelivery } from '@/api';
import { DeliveryPage } from './DeliveryPage';

const SENT = '2026-03-02T09:00:00Z';

const line = (id: string, product: string, more: Partial<DeliveryLine> = {}): DeliveryLine => ({
  id,
  product,
  quantity: '2',
  state: 'waiting',
  theirs: false,
  how: '',
  note: '',
  ...more,
});

const page = (lines: DeliveryLine[], standing: PublicDelivery['delivery']['standing']): PublicDelivery => ({
  company: 'Acme',
  account: 'Mill Ltd',
  delivery: { lines, standing, sent: SENT, sent_by: 'Ann', note: 'Enjoy!' },
});

const problem = (status: number, kind: string) =>
  Response.json({ type: `urn:stagecraft:problem:${kind}`, title: kind, status, detail: kind }, { status });

function show(read: Response[], said: Response[] = [], hash = '#token=abc') {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    expect(request.headers.get('x-delivery')).toBe('abc');
    if (request.method !== 'GET') sent.push(await request.json());
    const answers = request.method === 'GET' ? read : said;
    return ((answers.length > 1 ? answers.shift() : answers[0]) ?? problem(500, 'none')).clone();
  });
  location.hash = hash;
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <DeliveryPage />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it('each line is confirmed or said to be missing, with a name', async () => {
  const told = { by: 'Eva', theirs: true, at: SENT };
  const after = [
    line('a', 'Pro', { ...told, state: 'confirmed' }),
    line('b', 'Help', { ...told, state: 'disputed', note: 'Nobody came' }),
  ];
  const { sent, user } = show(
    [Response.json(page([line('a', 'Pro'), line('b', 'Help')], 'waiting'))],
    [Response.json(page(after, 'disputed'))],
  );
  const go = await screen.findByRole('button', { name: 'Send my answer' });
  await user.click(within(screen.getByRole('group', { name: '2 × Pro' })).getByRole('button', { name: 'It arrived' }));
  await user.click(
    within(screen.getByRole('group', { name: '2 × Help' })).getByRole('button', { name: 'Something is missing' }),
  );
  await user.type(screen.getByLabelText(/Your name/), 'Eva');
  expect(go).toBeDisabled();
  await user.type(screen.getByLabelText('What is missing or wrong with Help?'), 'Nobody came');
  await user.click(go);
  expect(await screen.findByText(/Thank you for telling/)).toBeInTheDocument();
  expect(screen.getByText('“Nobody came”')).toBeInTheDocument();
  expect(sent).toEqual([
    {
      name: 'Eva',
      sent: SENT,
      lines: [
        { id: 'a', received: true, note: '' },
        { id: 'b', received: false, note: 'Nobody came' },
      ],
    },
  ]);
});

it('nothing is asked once all is confirmed', async () => {
  show([Response.json(page([line('a', 'Pro', { state: 'confirmed', by: 'Eva', at: SENT })], 'confirmed'))]);
  expect(await screen.findByText('Thank you. All of it is confirmed.')).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
});

it('a link that is over, and one without its token', async () => {
  show([problem(410, 'link-over')]);
  expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeInTheDocument();
  show([], [], '');
  expect(await screen.findByRole('heading', { name: 'Part of the link is missing' })).toBeInTheDocument();
});
