import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Preview, Process, StageHeld } from '@/api';
import { ActivateDialog } from './ActivateDialog';

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [
    { id: 'talk', name: 'Talk', exit: [{ id: 'replied', says: 'They answered', event: { kind: 'reply' } }] },
    { id: 'sign', name: 'Sign' },
  ],
};

const held = (count: number): StageHeld => ({
  stage: 'talk',
  name: 'Talk',
  open: 5,
  met: 5 - count,
  held: count,
  deals: [{ id: 'd1', key: 'd1', name: 'Acme', missing: ['replied'] }],
});

const preview: Preview = {
  changes: ['The process: the stage “Show” was removed.'],
  open_deals: 8,
  lost_stages: [{ stage_id: 'show', name: 'Show', deals: 3 }],
  held: [held(4)],
  held_now: [held(1)],
  findings: [],
};

const saved = { version: 7, process, toml: '', note: '', at: '2026-01-01T00:00:00Z', findings: [], grounds: [] };

const refusal = {
  type: 'urn:stagecraft:problem:stages',
  title: 'Where do these deals go?',
  status: 409,
  detail: '2 open deals are in “Wait”, which this version no longer has.',
  errors: [{ field: 'stages.wait', message: 'Wait: 2' }],
};

interface Sent {
  path: string;
  seen: string | null;
  body: unknown;
}

function open(answers: Response[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    const body: unknown = await request.json();
    if (path === '/process/preview') return Response.json(preview);
    sent.push({ path, seen: request.headers.get('if-match'), body });
    return answers.shift();
  });
  const rootRoute = createRootRoute({
    component: () => (
      <ActivateDialog
        candidate={{ version: null, process, toml: 'x', note: '', again: false }}
        which={{}}
        active={6}
        onClose={() => undefined}
      />
    ),
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
  return sent;
}

const go = () => screen.findByRole('button', { name: 'Activate' });

// A dialog with a table and a form is slow to draw where the machine is busy.
vi.setConfig({ testTimeout: 20_000 });
afterEach(() => vi.unstubAllGlobals());

it('shows what changes and how many deals are held, now and then, with what each lacks', async () => {
  open([]);
  expect(await screen.findByText(/the stage “Show” was removed/)).toBeInTheDocument();
  expect(screen.getByText('Of 8 open deals 4 would be held by what their stage needs; now 1 is.')).toBeInTheDocument();
  const [, row] = within(screen.getByRole('table')).getAllByRole('row');
  expect(
    row &&
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
  ).toEqual(['5', '1', '4']);
  await userEvent.click(screen.getByRole('button', { name: 'Show the deals held in Talk' }));
  expect(screen.getByText('Missing: They answered')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Acme' })).toHaveAttribute('href', '/deals/d1');
});

it('asks first where the deals of a lost stage go; then proposes the draft and makes it active', async () => {
  const sent = open([Response.json(saved, { status: 201 }), Response.json({ saved, moved: 3 })]);
  expect(await go()).toBeDisabled();
  await userEvent.selectOptions(screen.getByLabelText(/Show: where do its 3 deals go/), 'Talk');
  await userEvent.click(screen.getByLabelText('Move all open deals to this version'));
  await userEvent.type(screen.getByLabelText('Why'), 'Shorter');
  await userEvent.click(await go());
  expect(await screen.findByText('Version 7 is active. 3 deals moved to it.')).toBeInTheDocument();
  expect(sent).toEqual([
    { path: '/process/versions', seen: null, body: { note: 'Shorter' } },
    {
      path: '/process/versions/7/activate',
      seen: '"6"',
      body: { note: 'Shorter', stages: { show: 'talk' }, move_deals: true },
    },
  ]);
});

it('asks for a stage that deals came into meanwhile, and does not propose the same again', async () => {
  const answers = [
    Response.json(saved, { status: 201 }),
    Response.json(refusal, { status: 409 }),
    Response.json({ saved, moved: 0 }),
  ];
  const sent = open(answers);
  await userEvent.selectOptions(await screen.findByLabelText(/Show: where/), 'Stay on their version');
  await userEvent.click(await go());
  await userEvent.selectOptions(await screen.findByLabelText(/Wait: where do its 2 deals go/), 'Sign');
  await userEvent.click(await go());
  expect(await screen.findByText('Version 7 is active. No deal was moved.')).toBeInTheDocument();
  expect(sent.map(({ path }) => path)).toEqual([
    '/process/versions',
    '/process/versions/7/activate',
    '/process/versions/7/activate',
  ]);
  expect(sent.at(-1)?.body).toEqual({ note: '', stages: { show: 'stay', wait: 'sign' }, move_deals: false });
});
