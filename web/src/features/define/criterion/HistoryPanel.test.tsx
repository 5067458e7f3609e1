import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CriterionHistory, Predicate, Process, Proportion } from '@/api';
import { createQueries } from '@/app/queries';
import { HistoryPanel } from './HistoryPanel';
import { List } from './Suggestions';

vi.mock('@tanstack/react-router', () => ({
  Link: ({ params, children }: { params: { deal: string }; children: React.ReactNode }) => (
    <a href={`/deals/${params.deal}`}>{children}</a>
  ),
}));

const process: Process = { schema: 1, id: 'sales', name: 'Sales', stages: [{ id: 'demo', name: 'Demo' }] };
const call: Predicate = { event: { kind: 'call', by: 'prospect' } };
const visit: Predicate = { event: { kind: 'visit' } };

const of = (count: number, all: number): Proportion => ({
  count,
  of: all,
  share: all === 0 ? null : count / all,
  low: all === 0 ? null : Math.max(0, count / all - 0.05),
  high: all === 0 ? null : Math.min(1, count / all + 0.05),
});

const history: CriterionHistory = {
  stage: 'demo',
  says: 'The prospect made a call.',
  ground: 'prospect',
  verdict: 'supported',
  sentence: '80 of 100 won deals (80 %) had met this when they moved on from Demo.',
  notes: ['Who tries many criteria finds some that look good by chance alone.'],
  among: 'moved-on',
  won: of(80, 100),
  lost: of(40, 100),
  with: of(80, 120),
  without: of(20, 80),
  gain: { value: 0.42, low: 0.28, high: 0.53 },
  p: 0.001,
  won_without: [{ id: 'w1', name: 'Acme' }],
  lost_with: [{ id: 'l1', name: 'Beta' }],
  open: { deals: 3, held: 1, list: [{ id: 'o1', key: 'o1', name: 'Gamma', owner: 'Ida', days: 4 }] },
};

const asked: { kind: string; signal: AbortSignal }[] = [];
let answer: (kind: string) => Response | Promise<Response>;

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    const body = (await request.clone().json()) as { criterion: { event: { kind: string } } };
    asked.push({ kind: body.criterion.event.kind, signal: request.signal });
    return answer(body.criterion.event.kind);
  });
});
afterEach(() => vi.unstubAllGlobals());

function show(test: Predicate) {
  const queries = createQueries();
  const panel = (now: Predicate) => (
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <HistoryPanel process={process} stage="demo" test={now} />
      </QueryClientProvider>
    </MantineProvider>
  );
  const { rerender } = render(panel(test));
  return { then: (next: Predicate) => rerender(panel(next)) };
}

describe('a criterion on history', () => {
  it('says what won and lost deals had, the difference, and which deals', async () => {
    answer = () => json(history);
    show(call);
    expect(await screen.findByText('Goes with winning')).toBeInTheDocument();
    expect(screen.getByText('80 of 100 · 80 % (75–85)')).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'Lost: 40 of 100 had met it by then, 40\u00a0% (35–45)' }),
    ).toBeInTheDocument();
    expect(screen.getByText('42 points (28 to 53)')).toBeInTheDocument();
    expect(screen.getByText(/80 of 100 won deals/)).toBeInTheDocument();
    expect(screen.getByText(/by chance alone/)).toBeInTheDocument();
    expect(screen.getByText('It would hold 1 of 3 deals now in the stage')).toBeInTheDocument();
    for (const [name, id] of [
      ['Gamma', 'o1'],
      ['Acme', 'w1'],
      ['Beta', 'l1'],
    ] as const)
      expect(screen.getByText(name)).toHaveAttribute('href', `/deals/${id}`);
  });

  it('counts few deals instead of rating them', async () => {
    answer = () =>
      json({ ...history, verdict: 'too-little-data', won: of(3, 5), lost: of(1, 2), gain: { value: 0.1 } });
    show(call);
    expect(await screen.findByText('We can’t tell yet')).toBeInTheDocument();
    expect(screen.getByText('3 of 5')).toBeInTheDocument();
    expect(screen.queryByText(/points/)).toBeNull();
  });

  it('draws nothing where the data has nothing of it', async () => {
    answer = () =>
      json({ ...history, verdict: 'not-in-data', won: of(0, 100), lost: of(0, 100), sentence: 'Nothing of it.' });
    show(call);
    expect(await screen.findByText('Nothing of it.')).toBeInTheDocument();
    expect(screen.queryByText('0 of 100', { exact: false })).toBeNull();
  });

  it('asks for words first', () => {
    show({ event: { kind: '' } });
    expect(screen.getByText(/Choose what must hold/)).toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  it('keeps the last answer while it counts anew, and gives up what is stale', async () => {
    let release: (() => void) | undefined;
    answer = (kind) =>
      kind === 'visit'
        ? new Promise((resolve) => (release = () => resolve(json({ ...history, sentence: 'Visits.' }))))
        : json({ ...history, sentence: kind === 'call' ? 'Calls.' : 'Others.' });
    const { then } = show(call);
    await screen.findByText('Calls.');
    then(visit);
    expect(await screen.findByText('Counting …')).toBeInTheDocument();
    await waitFor(() => expect(asked.map((a) => a.kind)).toEqual(['call', 'visit']));
    expect(screen.getByText('Calls.')).toBeInTheDocument();
    then({ event: { kind: 'mail' } });
    expect(await screen.findByText('Others.')).toBeInTheDocument();
    expect(asked[1]?.signal.aborted).toBe(true);
    release?.();
    expect(screen.queryByText('Visits.')).toBeNull();
  });

  it('waits until one stops writing', async () => {
    answer = () => json(history);
    const { then } = show({ event: { kind: 'v' } });
    await screen.findByText('Goes with winning');
    then({ event: { kind: 'vi' } });
    then({ event: { kind: 'vis' } });
    then(visit);
    await waitFor(() => expect(asked.map((a) => a.kind)).toEqual(['v', 'visit']));
  });

  it('says what went wrong', async () => {
    answer = () => json({ type: 'x', title: 'Not now', status: 422, detail: 'No such stage.' }, 422);
    show(call);
    expect(await screen.findByRole('alert')).toHaveTextContent('No such stage.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('suggestions', () => {
  const criterion = { id: 'called', says: 'They called', evidence: '80 of 100 won deals had this.', ...call };
  const found = [
    {
      criterion,
      among: 'moved-on' as const,
      won: of(80, 100),
      lost: of(40, 100),
      with: of(80, 120),
      without: of(20, 80),
      gain: history.gain!,
      p_adjusted: 0.01,
      looked_at: 12,
    },
  ];
  const list = (exit: (typeof criterion)[], onTake = vi.fn()) => {
    render(
      <MantineProvider env="test">
        <List found={found} exit={exit} onTake={onTake} />
      </MantineProvider>,
    );
    return onTake;
  };

  it('are taken as wished for, with their evidence', () => {
    const onTake = list([]);
    within(screen.getByRole('listitem')).getByRole('button', { name: 'Take: They called' }).click();
    expect(onTake).toHaveBeenCalledWith({ ...criterion, required: false });
  });

  it('are not offered where the stage asks for the same already', () => {
    list([{ ...criterion, id: 'other', says: 'Other words' }]);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('in the stage already')).toBeInTheDocument();
  });

  it('explain why there are none', () => {
    render(<List found={[]} exit={[]} onTake={vi.fn()} />);
    expect(screen.getByText(/Nothing here that the data supports/)).toBeInTheDocument();
  });
});
