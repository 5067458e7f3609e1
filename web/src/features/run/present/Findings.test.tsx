import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { DealFinding } from '@/api';
import { bareDeal } from '@/test/deal';
import { Findings } from './Findings';

const finding = (id: string, more: Partial<DealFinding> = {}): DealFinding => ({
  id,
  kind: 'pain',
  text: `Text ${id}`,
  link: '',
  objection: '',
  at: '2026-03-02T09:00:00Z',
  struck: false,
  ...more,
});

function show(all: DealFinding[], may = true) {
  const sent: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    const path = new URL(request.url).pathname;
    if (request.method !== 'GET') sent.push(path);
    const struck = path.endsWith('/strike');
    return Response.json(
      path.includes('/findings') ? all.map((f) => ({ ...f, struck: f.struck || struck })) : bareDeal(5),
    );
  });
  render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={new QueryClient()}>
        <Findings view={{ ...bareDeal(4), may_change: may }} process={null} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it('stands by kind, with its source; what was struck out is folded away', async () => {
  show([finding('a', { link: 'https://x.example' }), finding('b', { struck: true })]);
  expect(await screen.findByRole('heading', { name: 'Pain point' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Source/ })).toHaveAttribute('href', 'https://x.example');
  expect(screen.getByText('1 struck-out finding')).toBeInTheDocument();
});

it('is struck out, and that can be taken back', async () => {
  const { sent, user } = show([finding('a')]);
  await user.click(await screen.findByRole('button', { name: 'Strike out: Text a' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await vi.waitFor(() => expect(sent.map((path) => path.split('/').at(-1))).toEqual(['strike', 'restore']));
});

it('whoever may not change the deal only reads', async () => {
  show([finding('a')], false);
  expect(await screen.findByText('Text a')).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
});
