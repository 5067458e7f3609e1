import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Process, Stage, Touchpoint } from '@/api';
import { bareDeal } from '@/test/deal';
import { AtHand } from './AtHand';
import { TouchForm, type TouchStart } from './TouchForm';

const stage: Stage = {
  id: 'show',
  name: 'Show',
  objections: ['price', 'gone'],
  content: [
    { id: 'story', name: 'A story', item: 'mill' },
    { id: 'plan', name: 'A plan on paper' },
  ],
};

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [stage, { id: 'talk', name: 'Talk' }],
  library: [
    { id: 'mill', name: 'How a mill did it', kind: 'case-study', file: 'mill 1.pdf' },
    { id: 'sheet', name: 'Sheet of gains', kind: 'sheet', link: 'https://example.com/sheet' },
  ],
  objections: [
    {
      id: 'price',
      kind: 'cost',
      says: 'It costs too much.',
      answers: [{ id: 'gain', says: 'It saves more.', proof: 'sheet' }],
    },
    { id: 'late', kind: 'timing', says: 'Not now.', answers: [{ id: 'wait', says: 'Waiting costs too.' }] },
  ],
};

const view = bareDeal(4);
const { deal } = view;

const point = (kind: string, label: string, asks: string[]): Touchpoint => ({
  kind,
  label,
  asks,
  side: kind === 'objection.raised' ? 'prospect' : 'rep',
  only_prospect: kind === 'objection.raised',
  channel: '',
  done: '',
  undone: '',
  task: '',
});

const common = [
  point('call', 'Call', ['note']),
  point('content.shared', 'Content shared', ['content', 'note']),
  point('objection.raised', 'Objection raised', ['objection', 'note']),
  point('objection.answered', 'Objection answered', ['objection', 'answer', 'note']),
];

function Page({ start: first, may }: { start: TouchStart | null; may: boolean }) {
  const [start, setStart] = useState(first);
  return (
    <>
      <AtHand deal={deal} process={process} stage={stage} onTouch={may ? setStart : undefined} />
      <TouchForm deal="d1" start={start} process={process} stage={stage} onClose={() => setStart(null)} />
    </>
  );
}

function show({ start = null, may = true }: { start?: TouchStart | null; may?: boolean } = {}) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/touchpoints') && request.method === 'GET') return Response.json(common);
    if (request.method === 'GET') return Response.json({});
    sent.push(await request.json());
    return Response.json(view);
  });
  render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={new QueryClient()}>
        <Page start={start} may={may} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

const dialog = () => screen.findByRole('dialog');
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name, { selector: 'input' });

vi.setConfig({ testTimeout: 30_000 });
afterEach(() => vi.unstubAllGlobals());

it('lists what the stage anticipates and needs, with where it is', async () => {
  show();
  const hand = screen.getByRole('region', { name: 'At hand' });
  await userEvent.click(within(hand).getByText('It costs too much.'));
  expect(within(hand).getByText('It saves more.')).toBeVisible();
  expect(within(hand).getByRole('link', { name: /Sheet of gains/ })).toHaveAttribute(
    'href',
    'https://example.com/sheet',
  );
  expect(within(hand).getByRole('link', { name: /How a mill did it/ })).toHaveAttribute(
    'href',
    '/api/v1/library/files/mill%201.pdf',
  );
  expect(within(hand).getByText('A plan on paper')).toBeInTheDocument();
});

it('only reads where nothing may be changed', () => {
  show({ may: false });
  expect(screen.getByText('It costs too much.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /said it|Shared it/ })).not.toBeInTheDocument();
});

it('is nothing where the stage has neither', () => {
  render(
    <MantineProvider env="test">
      <AtHand deal={deal} process={process} stage={{ id: 'talk', name: 'Talk' }} onTouch={undefined} />
    </MantineProvider>,
  );
  expect(screen.queryByText('At hand')).not.toBeInTheDocument();
});

it('opens the form filled in, and the form sends ids', async () => {
  const { sent, user } = show();
  await user.click(screen.getByRole('button', { name: 'They said it: It costs too much.' }));
  expect(await field('Which objection?')).toHaveValue('It costs too much.');
  await user.click(within(await dialog()).getByRole('button', { name: 'Log it' }));
  expect(await screen.findByText('Logged: Objection raised.')).toBeInTheDocument();
  expect(sent).toEqual([{ kind: 'objection.raised', side: 'prospect', attributes: { objection: 'price' } }]);
});

it('sends the id of content that was shared', async () => {
  const { sent, user } = show();
  await user.click(screen.getByRole('button', { name: 'Shared it: How a mill did it' }));
  expect(await field('Which content?')).toHaveValue('How a mill did it');
  await user.click(within(await dialog()).getByRole('button', { name: 'Log it' }));
  await screen.findByText('Logged: Content shared.');
  expect(sent).toEqual([{ kind: 'content.shared', side: 'rep', attributes: { content: 'mill' } }]);
});

it('offers the answers of the objection that is chosen, and takes words of one’s own', async () => {
  const start: TouchStart = {
    kind: 'objection.answered',
    side: 'rep',
    attributes: { objection: 'price', answer: 'gain' },
  };
  const { sent, user } = show({ start });
  expect(await field('What did we say?')).toHaveValue('It saves more.');
  await user.clear(await field('Which objection?'));
  expect(await field('What did we say?')).toHaveValue('');
  await user.click(await screen.findByRole('option', { name: 'Not now.' }));
  await user.click(await field('What did we say?'));
  expect(screen.getAllByRole('option').map((o) => o.textContent)).toEqual(['Waiting costs too.']);
  await user.type(await field('What did we say?'), 'Call us in May');
  await user.click(within(await dialog()).getByRole('button', { name: 'Log it' }));
  await screen.findByText('Logged: Objection answered.');
  expect(sent).toEqual([
    { kind: 'objection.answered', side: 'rep', attributes: { objection: 'late', answer: 'Call us in May' } },
  ]);
});
