import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { SearchHit } from '@/api';
import { SearchBox } from './SearchBox';

const HITS: SearchHit[] = [
  {
    kind: 'deal',
    id: 'd1',
    name: [
      { text: 'Acme ', hit: true },
      { text: 'Corp', hit: true },
    ],
    beside: 'Closing · Anna',
  },
  { kind: 'deal', id: 'd2', name: [{ text: 'Acme II', hit: true }], beside: '' },
  { kind: 'account', id: 'Acme', name: [{ text: 'Acme', hit: true }], beside: '' },
];

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** The box on a page; the server answers with these hits. */
async function show(hits: SearchHit[]) {
  const asked: (string | null)[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url).searchParams.get('q'));
    return Promise.resolve(Response.json({ hits }));
  });
  const close = vi.fn();
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => <SearchBox close={close} /> });
  const deal = createRoute({ getParentRoute: () => root, path: '/deals/$deal', component: () => <p>The deal</p> });
  const router = createRouter({ routeTree: root.addChildren([page, deal]), history: createMemoryHistory() });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        {/* The routes of this test are not those of the application. */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const field = await screen.findByRole('combobox');
  return { user: userEvent.setup(), field, close, router, asked };
}

it('is chosen from by keyboard alone, and told to those who do not see it', async () => {
  const { user, field, close, router, asked } = await show(HITS);
  await user.type(field, 'acme crop');
  expect(await screen.findByRole('group', { name: 'Deals' })).toBeInTheDocument();
  const options = screen.getAllByRole('option');
  expect(options.map((o) => o.getAttribute('aria-selected'))).toEqual(['true', 'false', 'false']);
  expect(field).toHaveAttribute('aria-activedescendant', options[0]!.id);
  await user.keyboard('{ArrowUp}');
  expect(screen.getAllByRole('option')[2]).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getAllByRole('option')[1]).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByRole('status')).toHaveTextContent('3 hits');
  await user.keyboard('{Enter}');
  expect(close).toHaveBeenCalledOnce();
  expect(await screen.findByText('The deal')).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/deals/d2');
  expect(asked.at(-1)).toBe('acme crop');
});

it('says that nothing was found, and finds pages by itself', async () => {
  const { user, field } = await show([]);
  await user.type(field, 'zzz');
  expect(await screen.findByText(/Nothing is called “zzz”/)).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, 'meas');
  expect(await screen.findByRole('option', { name: /Measure/ })).toBeInTheDocument();
});

it('shows what was looked at last while nothing is typed', async () => {
  localStorage.setItem(
    'stagecraft-recent',
    JSON.stringify([{ href: '/deals/d9', name: 'Mill' }, { href: 'javascript:alert(1)', name: 'Bad' }, 7]),
  );
  await show([]);
  expect(screen.getAllByRole('option').map((o) => o.textContent)).toEqual(['Mill']);
});
