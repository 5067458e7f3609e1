import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { ToDo } from '@/api';
import { lineKey } from './lines';
import { myDayQuery } from './queries';
import { useActs } from './useActs';

const line = (kind: ToDo['kind'], item: string): ToDo => ({
  kind,
  deal: 'd1',
  name: 'Acme',
  stage: 'Demo',
  stage_id: 'demo',
  what: `do ${item}`,
  item,
  channel: '',
  template: '',
  due: '2026-03-11T23:59:59Z',
  overdue: false,
  may_change: true,
});

function Page() {
  const day = useQuery(myDayQuery(undefined)).data;
  const { gone, act } = useActs();
  const lines = day?.to_do.filter((l) => !gone.has(lineKey(l))) ?? [];
  return lines.map((l) => (
    <button key={lineKey(l)} type="button" onClick={() => act(l, 'done')}>
      {l.what}
    </button>
  ));
}

function show(refuse = false) {
  const sent: unknown[] = [];
  let left = [line('task', 'call'), line('commitment', 'bring')];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname: path } = new URL(request.url);
    if (request.method === 'GET') return Response.json({ day: '2026-03-11', zone: 'UTC', to_do: left });
    const body: unknown = await request.json();
    sent.push([path.replace('/api/v1/deals/d1', ''), body]);
    if (refuse) return Response.json({ title: 'No', detail: 'Not yours.', status: 403 }, { status: 403 });
    const back = path.includes('tasks')
      ? JSON.stringify(body).includes('false')
      : JSON.stringify(body).includes('agreed');
    const item = path.split('/').at(-1) ?? '';
    left = left.filter((l) => l.item !== item);
    if (back) left = [...left, line(path.includes('tasks') ? 'task' : 'commitment', item)];
    return Response.json({ deal: { id: 'd1' } });
  });
  render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={new QueryClient()}>
        <Page />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['call', 'task', '/tasks/demo/call', { done: true }, { done: false }],
  ['bring', 'commitment', '/commitments/demo/bring', { became: 'kept' }, { became: 'agreed', due: '2026-03-11' }],
])('%s, a %s, goes when it is done and comes back when that is taken back', async (item, _, path, done, again) => {
  const { sent, user } = show();
  await user.click(await screen.findByRole('button', { name: `do ${item}` }));
  expect(screen.queryByRole('button', { name: `do ${item}` })).toBeNull();
  await user.click((await screen.findAllByRole('button', { name: 'Undo' })).at(-1)!);
  expect(await screen.findByRole('button', { name: `do ${item}` })).toBeInTheDocument();
  expect(sent).toEqual([
    [path, done],
    [path, again],
  ]);
});

it('a line comes back when the server refuses', async () => {
  const { user } = show(true);
  await user.click(await screen.findByRole('button', { name: 'do call' }));
  await waitFor(() => expect(screen.getByText('Not yours.')).toBeInTheDocument());
  expect(screen.getByRole('button', { name: 'do call' })).toBeInTheDocument();
});
