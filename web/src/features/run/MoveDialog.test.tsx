import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Process, Stage } from '@/api';
import { bareDeal } from '@/test/deal';
import { type Asked, MoveDialog } from './MoveDialog';

const stage = (id: string, kind: NonNullable<Stage['kind']>): Stage => ({ id, name: id.toUpperCase(), kind });
const stages = [stage('talk', 'open'), stage('show', 'open'), stage('won', 'won'), stage('lost', 'lost')];
const deal = { id: '1', name: 'Acme', version: 4, from: 'talk', stages };

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  closing_reasons: [
    { id: 'no-budget', says: 'No money', outcome: 'lost' },
    { id: 'trust', says: 'They trust us', outcome: 'won' },
  ],
};

/** What the server has by the end of the address. */
const served: [string, unknown][] = [
  [
    '/objections',
    { open: [{ id: '', says: 'Too dear', state: 'open', at: '2026-03-02T09:00:00Z' }], suggested: [], closed: 0 },
  ],
  ['/findings', []],
  ['/versions/1', { process }],
  ['/deals/1', { ...bareDeal(4), process_id: 'sales', process_version: 1 }],
];

function show(asked: Asked) {
  const [onChoose, onReason] = [vi.fn(), vi.fn()];
  vi.stubGlobal('fetch', (request: Request) => {
    const path = new URL(request.url).pathname;
    return Response.json(served.find(([end]) => path.endsWith(end))?.[1] ?? null);
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MoveDialog asked={asked} busy={false} onChoose={onChoose} onReason={onReason} onClose={vi.fn()} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { onChoose, onReason, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

describe('moving a deal', () => {
  it('offers every stage but the one it is in, the next one first at hand', async () => {
    const { onChoose, user } = show({ deal });
    const list = await screen.findByRole('group', { name: 'Where to?' });
    const names = within(list)
      .getAllByRole('button')
      .map((b) => b.textContent);
    expect(names).toEqual(['BSHOW ', '✓WON closes it', '✕LOST closes it']);
    within(list).getAllByRole('button')[0]?.focus();
    await user.keyboard('j{Enter}');
    expect(onChoose).toHaveBeenCalledWith(deal, stages[2]);
  });

  it('asks for a reason where criteria are not met, and sends it', async () => {
    const unmet = [{ field: 'replied', message: 'They answered us: Nothing shows yet that they did.' }];
    const { onReason, user } = show({ deal, to: stages[1]!, unmet });
    expect(await screen.findByText(/They answered us/)).toBeInTheDocument();
    const go = screen.getByRole('button', { name: 'Move to SHOW all the same' });
    expect(go).toBeDisabled();
    await user.type(screen.getByRole('textbox'), ' They called on Friday ');
    await user.click(go);
    expect(onReason).toHaveBeenCalledWith(deal, stages[1], 'They called on Friday', {});
  });

  it('asks for approval where somebody else has to agree', async () => {
    const unmet = [{ field: 'replied', message: 'They answered us' }];
    const { onReason, user } = show({ deal, to: stages[1]!, unmet, approval: true });
    expect(await screen.findByText(/somebody else has to agree/)).toBeInTheDocument();
    await user.type(screen.getByRole('textbox'), 'In a hurry');
    await user.click(screen.getByRole('button', { name: 'Ask for approval' }));
    expect(onReason).toHaveBeenCalledWith(deal, stages[1], 'In a hurry', {});
  });

  it('names whose word is not certain before a deal is won', async () => {
    const gaps = [{ who: 'Ben', says: 'Ben has not been met.' }];
    const { onReason, user } = show({ deal: { ...deal, gaps }, to: stages[2]! });
    expect(await screen.findByText('Ben has not been met.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Move to WON' }));
    expect(onReason).toHaveBeenCalledWith({ ...deal, gaps }, stages[2], '', {});
  });

  it('asks why a deal is lost: a reason of the process, motive and pain', async () => {
    const { onReason, user } = show({ deal, to: stages[3]! });
    await user.click(await screen.findByRole('combobox', { name: 'Reason' }));
    expect(screen.queryByRole('option', { name: 'They trust us' })).toBeNull();
    await user.click(await screen.findByRole('option', { name: 'No money' }));
    await user.type(screen.getByRole('combobox', { name: 'Which pain was it about?' }), 'Scrap');
    await user.click(screen.getByRole('button', { name: 'Move to LOST' }));
    expect(onReason).toHaveBeenCalledWith(deal, stages[3], '', { reason_id: 'no-budget', pain: 'Scrap' });
  });

  it('shows what is open when a deal is won', async () => {
    show({ deal, to: stages[2]! });
    expect(await screen.findByText('One objection is still open')).toBeInTheDocument();
    expect(screen.getByText('Too dear')).toBeInTheDocument();
  });
});
