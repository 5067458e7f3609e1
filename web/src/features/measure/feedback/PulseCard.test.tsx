import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { PulseCard } from './PulseCard';

const ASKED = { round: 'r1', questions: ['It helps', 'I know what is next'], scale: 5, skipped: false };

function show(asked: typeof ASKED | null) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ asked });
    sent.push([new URL(request.url).pathname, await request.json()]);
    return new Response(null, { status: 204 });
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <PulseCard />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it('is sent once every question has an answer', async () => {
  const { sent, user } = show(ASKED);
  const first = within(await screen.findByRole('group', { name: 'It helps' }));
  const send = screen.getByRole('button', { name: 'Send' });
  await user.click(first.getByRole('radio', { name: 'It helps: 4' }));
  expect(send).toBeDisabled();
  await user.click(screen.getByRole('radio', { name: 'I know what is next: 2' }));
  await user.click(send);
  const body = { round: 'r1', scores: [4, 2], words: null };
  await vi.waitFor(() => expect(sent).toEqual([['/api/v1/pulse/answers', body]]));
});

it('can be skipped', async () => {
  const { sent, user } = show(ASKED);
  await user.click(await screen.findByRole('button', { name: 'Skip this time' }));
  await vi.waitFor(() => expect(sent).toEqual([['/api/v1/pulse/skip', { round: 'r1', skips: true }]]));
});

it.each([null, { ...ASKED, skipped: true }])('is not there where nothing is asked', async (asked) => {
  show(asked);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('form')).toBeNull();
});
