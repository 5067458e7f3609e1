import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Stage } from '@/api';
import { bareDeal } from '@/test/deal';
import { useMoves } from './useMoves';

const stages: Stage[] = [
  { id: 'talk', name: 'Talk', kind: 'open' },
  { id: 'show', name: 'Show', kind: 'open' },
];

const UNMET = {
  type: 'urn:stagecraft:problem:unmet',
  title: 'Exit criteria are not met',
  status: 422,
  detail: 'One is not met.',
  errors: [{ field: 'answered', message: 'They answered us: Nothing shows yet that they did.' }],
};

function Page() {
  const { move, dialog } = useMoves();
  const deal = { id: 'd1', name: 'Acme', version: 4, from: 'talk', stages };
  return (
    <>
      <button type="button" onClick={() => stages[1] && move(deal, stages[1])}>
        Go
      </button>
      {dialog}
    </>
  );
}

it('a move that is refused asks for a reason, is made with it, and can be taken back', async () => {
  const sent: { version: string | null; body: unknown }[] = [];
  const answers = [Response.json(UNMET, { status: 422 }), Response.json(bareDeal(6)), Response.json(bareDeal(7))];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({ version: request.headers.get('if-match'), body: await request.json() });
    return answers.shift();
  });
  render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={new QueryClient()}>
        <Page />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Go' }));
  expect(await screen.findByText(/They answered us/)).toBeInTheDocument();
  await user.type(screen.getByRole('textbox'), 'They called');
  await user.click(screen.getByRole('button', { name: 'Move to Show all the same' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Acme is back in Talk.')).toBeInTheDocument();
  expect(sent).toEqual([
    { version: '"4"', body: { to: 'show' } },
    { version: '"4"', body: { to: 'show', reason: 'They called' } },
    { version: '"6"', body: { to: 'talk', reason: 'Move taken back' } },
  ]);
  vi.unstubAllGlobals();
});
