import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { DealOfVersion, DealsOfVersion, Preview, Process } from '@/api';
import { MoveDealsDialog } from './MoveDealsDialog';

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [
    { id: 'talk', name: 'Talk', exit: [{ id: 'replied', says: 'They answered', event: { kind: 'reply' } }] },
    { id: 'sign', name: 'Sign' },
  ],
};

const deal = (id: string, stage: string, owner: string): DealOfVersion => ({
  id,
  key: id,
  name: `Deal ${id}`,
  owner,
  stage,
  stage_name: stage.toUpperCase(),
  days: 3,
});

const deals = [deal('a', 'talk', 'Anna'), deal('b', 'talk', 'Bo'), deal('c', 'wait', 'Anna')];

const preview: Preview = {
  changes: [],
  open_deals: 8,
  lost_stages: [{ stage_id: 'wait', name: 'Wait', deals: 6 }],
  held: [{ stage: 'talk', name: 'Talk', open: 5, met: 4, held: 1, deals: [{ ...deals[0]!, missing: ['replied'] }] }],
  held_now: [],
  findings: [],
};

const saved = { version: 3, process, toml: 'x', note: '', at: '2026-01-01T00:00:00Z', findings: [], grounds: [] };

function open(list: DealsOfVersion = { total: 3, deals }): { sent: unknown[] } {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1/process', '');
    if (path === '/versions/3') return Response.json(saved);
    if (path === '/preview') return Response.json(preview);
    if (path === '/versions/1/deals') return Response.json(list);
    const body: unknown = await request.json();
    sent.push({ path, seen: request.headers.get('if-match'), body });
    return Response.json({ moved: 2 });
  });
  const rootRoute = createRootRoute({
    component: () => <MoveDealsDialog from={1} which={{}} active={3} onClose={() => undefined} />,
  });
  const router = createRouter({ routeTree: rootRoute, history: createMemoryHistory() });
  render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider<typeof router> router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent };
}

const some = async () => userEvent.click(await screen.findByLabelText('Some, which I choose'));
const pick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));
const move = (n: string) => screen.getByRole('button', { name: `Move ${n}` });
const names = () =>
  within(screen.getByRole('table', { name: 'Open deals that go by this version' }))
    .getAllByRole('checkbox')
    .map((box) => box.closest('tr')?.querySelector('label')?.textContent);

vi.setConfig({ testTimeout: 30_000 });
afterEach(() => vi.unstubAllGlobals());

it('moves all deals of the version and no others, once it is said where those of a lost stage go', async () => {
  const { sent } = open();
  expect(await screen.findByLabelText('All 3 open deals that go by version 1')).toBeChecked();
  expect(screen.getByText('1 of 3 deals would be held by what their stage needs.')).toBeInTheDocument();
  expect(move('3 deals')).toBeDisabled();
  await userEvent.selectOptions(screen.getByLabelText(/Wait: where does its 1 deal go/), 'Sign');
  await userEvent.click(move('3 deals'));
  expect(await screen.findByText('2 deals moved to version 3.')).toBeInTheDocument();
  expect(sent).toEqual([
    { path: '/versions/3/deals', seen: '"3"', body: { stages: { wait: 'sign' }, deals: ['a', 'b', 'c'] } },
  ]);
});

it('moves those that were chosen, found by text, stage and owner', async () => {
  const { sent } = open();
  await some();
  expect(move('0 deals')).toBeDisabled();
  expect(screen.getByRole('row', { name: /Deal a/ })).toHaveTextContent('would be held');
  await userEvent.selectOptions(screen.getByLabelText('Stage'), 'TALK');
  expect(names()).toEqual(['Deal a', 'Deal b']);
  await pick('Choose all 2 of these');
  await pick('Deal a');
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  await userEvent.type(screen.getByLabelText('Name, account or owner'), 'anna{Enter}');
  expect(names()).toEqual(['Deal a', 'Deal c']);
  expect(screen.getByText('1 of 3 chosen, 1 not shown')).toBeInTheDocument();
  expect(screen.queryByText(/Wait: where/)).not.toBeInTheDocument();
  await userEvent.click(move('1 deal'));
  expect(sent).toEqual([{ path: '/versions/3/deals', seen: '"3"', body: { stages: {}, deals: ['b'] } }]);
});

it('is chosen by keyboard', async () => {
  open();
  await some();
  screen.getByRole('checkbox', { name: 'Deal a' }).focus();
  await userEvent.keyboard('xj x');
  expect(screen.getByRole('checkbox', { name: 'Deal a' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Deal b' })).toHaveFocus();
  expect(screen.getByRole('checkbox', { name: 'Deal b' })).not.toBeChecked();
  await userEvent.keyboard('{ArrowDown}x{ArrowUp}');
  expect(screen.getByRole('checkbox', { name: 'Deal b' })).toHaveFocus();
  expect(move('2 deals')).toBeInTheDocument();
});

it('says so where more deals go by the version than are listed, and then leaves the ids out', async () => {
  const { sent } = open({ total: 7, deals });
  expect(await screen.findByLabelText('All 8 open deals of the process')).toBeChecked();
  expect(screen.getByText(/Not only the 7 that go by version 1, also the 1 /)).toBeInTheDocument();
  expect(screen.getByText(/The first 3 of the 7 that go by version 1 are listed/)).toBeInTheDocument();
  await userEvent.selectOptions(screen.getByLabelText(/Wait: where do its 6 deals go/), 'Sign');
  await userEvent.click(move('8 deals'));
  expect(sent).toEqual([{ path: '/versions/3/deals', seen: '"3"', body: { stages: { wait: 'sign' } } }]);
});

it('has nothing to do where no deal goes by the version any more', async () => {
  open({ total: 0, deals: [] });
  expect(await screen.findByText('No open deal goes by version 1 any more.')).toBeInTheDocument();
});
