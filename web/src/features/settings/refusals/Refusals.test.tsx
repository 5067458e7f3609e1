import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { RefusedRequest, Role } from '@/api';
import { sessionQuery } from '@/app/session';
import { m } from './messages';
import { Refusals } from './Refusals';

const refusal = (no: number, change: Partial<RefusedRequest> = {}): RefusedRequest => ({
  no,
  at: '2026-03-11T10:00:00Z',
  by: 'Ben Rep',
  role: 'rep',
  method: 'POST',
  path: `/deals/${no}/move`,
  action: 'move a deal',
  status: 403,
  why: 'forbidden',
  network: '203.0.113.0/24',
  ...change,
});

function show(role: Role, parts: RefusedRequest[][]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    const url = new URL(request.url);
    asked.push(url.search);
    const at = Number(url.searchParams.get('cursor') ?? 0);
    return Response.json({ refusals: parts[at] ?? [], next: at + 1 < parts.length ? at + 1 : null });
  });
  const queries = new QueryClient();
  const user = { id: 'a', name: 'Anna', email: 'a@example.com', role, disabled: false };
  queries.setQueryData(sessionQuery.queryKey, { user, setup_needed: false, version: '0', notice: null });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <Refusals />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { asked, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it('an owner reads who tried what, and goes on to older ones', async () => {
  const stranger = refusal(1, { by: null, role: null, action: 'read a quote', why: 'link-over', status: 410 });
  const { user } = show('owner', [[refusal(2)], [stranger]]);
  expect(await screen.findByText('Ben Rep (rep)')).toBeInTheDocument();
  expect(screen.getByText(m.whys.get('forbidden') ?? '')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: m.more }));
  expect(await screen.findByText(m.stranger)).toBeInTheDocument();
  expect(screen.getByText(m.whys.get('link-over') ?? '')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: m.more })).toBeNull();
});

it('says what would stand here', async () => {
  show('owner', [[]]);
  expect(await screen.findByText(m.empty)).toBeInTheDocument();
});

it('is for owners', () => {
  const { asked } = show('manager', [[refusal(1)]]);
  expect(screen.queryByText(m.title)).toBeNull();
  expect(asked).toEqual([]);
});
