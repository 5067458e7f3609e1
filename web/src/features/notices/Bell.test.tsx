import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Notice } from '@/api';
import { Bell } from './Bell';

const notice = (id: string, read: boolean): Notice => ({
  id,
  kind: 'reply',
  deal: '00000000-0000-0000-0000-000000000001',
  says: `Ann wrote: ${id}`,
  at: '2026-03-11T10:00:00Z',
  read,
});

function show(notices: Notice[]) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'GET') {
      sent.push(await request.json());
      return new Response(null, { status: 204 });
    }
    return Response.json({ notices, unread: notices.filter((n) => !n.read).length });
  });
  const rootRoute = createRootRoute({ component: Bell });
  const dealRoute = createRoute({ getParentRoute: () => rootRoute, path: '/deals/$deal' });
  const router = createRouter({
    routeTree: rootRoute.addChildren([dealRoute]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it('says how many are not read, and reads one that is opened', async () => {
  const { sent, user } = show([notice('a', false), notice('b', true)]);
  await user.click(await screen.findByRole('button', { name: 'Notifications: 1 not read' }));
  await user.click(await screen.findByRole('link', { name: /Ann wrote: a/ }));
  await waitFor(() => expect(sent).toEqual([{ ids: ['a'], read: true }]));
});

it('teaches what would stand there', async () => {
  const { user } = show([]);
  await user.click(await screen.findByRole('button', { name: 'Notifications' }));
  expect(await screen.findByText(/When a prospect writes or decides/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull();
});
