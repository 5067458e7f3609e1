import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Role, User } from '@/api';
import { sessionQuery } from '@/app/session';
import { People } from './People';

const person = (id: string, name: string, role: Role): User => ({
  id,
  name,
  email: `${id}@example.com`,
  role,
  disabled: false,
});

const everybody = [person('a', 'Anna', 'owner'), person('b', 'Ben', 'rep')];

function show(me: User | undefined) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname: path } = new URL(request.url);
    if (request.method === 'GET')
      return Response.json(path.endsWith('/first-days') ? [{ person: 'ben', day: '2026-03-02' }] : everybody);
    const body: unknown = await request.json();
    sent.push({ method: request.method, path, body });
    if (path.endsWith('/first-days')) return Response.json(body);
    if (request.method === 'PATCH') return Response.json(everybody[1]);
    return Response.json({ user: person('c', 'Cleo', 'rep'), link: '/link#token=abc' }, { status: 201 });
  });
  const queries = new QueryClient();
  queries.setQueryData(sessionQuery.queryKey, { user: me ?? null, setup_needed: false, version: '0', notice: null });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <People />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it('the owner adds somebody and gets the link that signs them in', async () => {
  const { sent, user } = show(everybody[0]);
  await user.click(await screen.findByRole('button', { name: 'Add a person' }));
  const form = within(await screen.findByRole('dialog'));
  await user.type(form.getByLabelText(/^Name/), 'Cleo');
  await user.type(form.getByLabelText(/E-mail/), 'c@example.com');
  await user.click(form.getByRole('button', { name: 'Add' }));
  expect(await form.findByLabelText('Link to sign in')).toHaveDisplayValue(/\/link#token=abc$/);
  expect(sent).toEqual([
    { method: 'POST', path: '/api/v1/users', body: { name: 'Cleo', email: 'c@example.com', role: 'rep' } },
  ]);
});

it('the owner takes back when somebody began', async () => {
  const { sent, user } = show(everybody[0]);
  const first = await screen.findByLabelText('First day of Ben');
  await vi.waitFor(() => expect(first).toHaveValue('2026-03-02'));
  await user.clear(first);
  await user.tab();
  await vi.waitFor(() =>
    expect(sent).toEqual([{ method: 'PUT', path: '/api/v1/first-days', body: { person: 'Ben', day: null } }]),
  );
});

it('the owner stops somebody from signing in, after being asked', async () => {
  const { sent, user } = show(everybody[0]);
  await user.click(await screen.findByRole('button', { name: 'More for Ben' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Stop from signing in' }));
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  await vi.waitFor(() =>
    expect(sent).toEqual([{ method: 'PATCH', path: '/api/v1/users/b', body: { disabled: true } }]),
  );
});

it('others see the people and change nothing', async () => {
  show(everybody[1]);
  expect(await screen.findByText('Ben (you)')).toBeInTheDocument();
  expect(screen.getByText(/The owner adds people/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Add a person|More for/ })).toBeNull();
});
