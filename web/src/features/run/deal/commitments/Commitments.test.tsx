import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { CommitmentVerdict, DealView } from '@/api';
import { actsOf } from './acts';
import { Commitments } from './Commitments';

const commitment = (more: Partial<CommitmentVerdict> = {}): CommitmentVerdict => ({
  id: 'bring',
  says: 'They bring who decides',
  state: 'open',
  shown: false,
  by: [],
  missing: '',
  ...more,
});

const view = (commitments: CommitmentVerdict[], may_change = true): DealView => ({
  deal: { id: 'd1', key: 'd1', name: 'Acme', outcome: 'open', attributes: {}, version: 1 },
  stage: { stage_id: 'demo', name: 'Demo', kind: 'open', purpose: '' },
  path: [],
  exit: [],
  tasks: [],
  commitments,
  people: [],
  buy_in: [],
  events: [],
  may_change,
});

function show(shown: DealView) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ zone: 'UTC', calendar: { week: ['monday'] } });
    sent.push([new URL(request.url).pathname, await request.json()]);
    return Response.json(shown);
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Commitments view={shown} onEvent={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['open', false, ['agree', 'kept']],
  ['agreed', false, ['kept', 'dropped']],
  ['lapsed', false, ['kept', 'again', 'dropped']],
  ['kept', false, ['dropped']],
  ['kept', true, []],
] as const)('what can be done about one that is %s, shown by events: %s', (state, shown, acts) => {
  expect(actsOf(commitment({ state, shown }))).toEqual(acts);
});

const PATH = '/api/v1/deals/d1/commitments/demo/bring';

it('is agreed on with a day', async () => {
  const { sent, user } = show(view([commitment()]));
  await user.click(screen.getByRole('button', { name: /^They agreed/ }));
  await user.type(await screen.findByLabelText('By when do they do it?'), '2026-12-03');
  await user.type(screen.getByRole('combobox', { name: 'Who said so?' }), 'Cara');
  await user.click(screen.getByRole('button', { name: 'Write it down' }));
  await vi.waitFor(() => expect(sent).toEqual([[PATH, { became: 'agreed', due: '2026-12-03', actor: 'Cara' }]]));
});

it.each([
  ['They did it', 'kept'],
  ['Not any more', 'dropped'],
])('one that has lapsed: %s', async (name, became) => {
  const { sent, user } = show(view([commitment({ state: 'lapsed', due: '2026-03-10T23:59:59Z' })]));
  expect(screen.getByText(/was due 10 Mar 2026/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: new RegExp(name) }));
  await vi.waitFor(() => expect(sent).toEqual([[PATH, { became }]]));
});

it('whoever may not change the deal only reads', () => {
  show(view([commitment({ state: 'agreed' })], false));
  expect(screen.getByText(/agreed/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
});
