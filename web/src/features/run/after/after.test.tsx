import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AfterView, HandoverOfDeal, MoveAsked, Role, ValueReview } from '@/api';
import { sessionQuery } from '@/app/session';
import { bareDeal } from '@/test/deal';
import { AskedMove } from './AskedMove';
import { HandOver } from './HandOver';
import { Health } from './Health';
import { begun, ReviewForm } from './ReviewForm';

const AT = '2026-03-02T09:00:00Z';

const bare: AfterView = {
  handover_to: 'account manager',
  items: [{ says: 'Why they bought', done: false }],
  returned: [],
  may_decide: false,
  promises: [],
  suggested: [],
  bought: [],
  steps: [],
  reviews: [],
  asked: [],
  received: [],
  linked: [],
  files: [],
  may_change: true,
};

const offered: HandoverOfDeal = {
  event: 'e',
  standing: 'offered',
  to: 'Cora',
  items: [],
  note: '',
  offered_by: 'Sam',
  offered: AT,
  reason: '',
};

function show(shown: ReactNode, answer: unknown = bare, role: Role = 'rep') {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ zone: 'UTC', calendar: { week: ['monday'] } });
    const body = await request.text();
    sent.push([new URL(request.url).pathname, body === '' ? null : JSON.parse(body)]);
    return Response.json(answer);
  });
  const queries = new QueryClient();
  const me = { id: 'me', name: 'Me', email: 'me@example.com', role, disabled: false };
  queries.setQueryData(sessionQuery.queryKey, { user: me, setup_needed: false, version: '0', notice: null });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>{shown}</QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

describe('a hand-over', () => {
  it('is ticked and offered by the seller', async () => {
    const { sent, user } = show(<HandOver deal="d1" after={bare} />);
    expect(screen.getByRole('button', { name: 'Hand over' })).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Why they bought' }));
    expect(sent).toEqual([['/api/v1/deals/d1/handover/items', { item: 'Why they bought', done: true }]]);
  });

  it('is accepted by the receiver alone, or returned with what they need', async () => {
    const waiting = { ...bare, handover: offered };
    const { unmount } = render(
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <HandOver deal="d1" after={waiting} />
        </QueryClientProvider>
      </MantineProvider>,
    );
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    unmount();
    const { sent, user } = show(<HandOver deal="d1" after={{ ...waiting, may_change: false, may_decide: true }} />);
    expect(screen.getByRole('button', { name: 'Return' })).toBeDisabled();
    await user.type(screen.getByRole('textbox'), 'Who pays?');
    await user.click(screen.getByRole('button', { name: 'Return' }));
    expect(sent).toEqual([['/api/v1/deals/d1/handover/decision', { accepted: false, reason: 'Who pays?' }]]);
  });
});

it('health says its reasons and not a number', () => {
  const reasons = [{ fact: 'promises', light: 'amber', says: 'Promised and 1 day late: Offer' }] as const;
  show(<Health health={{ light: 'amber', reasons: [...reasons] }} />);
  expect(screen.getByText('Needs a look')).toBeInTheDocument();
  expect(screen.getByText('Promised and 1 day late: Offer')).toBeInTheDocument();
});

describe('a review', () => {
  const last: ValueReview = {
    event: 'e',
    on: '2026-01-05',
    results: [{ goal: 'Less scrap', measure: 'tons', before: '12', wanted: '6', now: '8', reached: 'partly' }],
    attended: [],
    note: '',
    at: AT,
  };

  it('begins with the goals of the one before', () => {
    expect(begun(undefined)).toEqual([{ goal: '', reached: 'partly' }]);
    expect(begun(last)).toEqual([{ ...last.results[0], now: '' }]);
  });

  it('is sent with what was reached', async () => {
    const { sent, user } = show(<ReviewForm deal="d1" last={last} people={['Eva']} onClose={vi.fn()} />);
    await user.type(await screen.findByLabelText('Now'), '7');
    await user.click(screen.getByLabelText('Yes'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(sent).toMatchObject([
      ['/api/v1/deals/d1/reviews', { attended: [], results: [{ goal: 'Less scrap', now: '7', reached: 'yes' }] }],
    ]);
  });
});

describe('a move that waits for approval', () => {
  const asked = (user: string): MoveAsked => ({
    to: 'closing',
    to_name: 'Closing',
    unmet: ['They came'],
    reason: 'In a hurry',
    by: 'Rita',
    user,
    at: AT,
  });

  it.each<[string, string, Role, boolean]>([
    ['a manager', 'other', 'manager', true],
    ['who asked', 'me', 'manager', false],
    ['a rep', 'other', 'rep', false],
  ])('is decided by somebody who may: %s', async (_, by, role, decides) => {
    const { sent, user } = show(<AskedMove deal="d1" asked={asked(by)} mayChange />, bareDeal(2), role);
    expect(screen.queryAllByRole('button', { name: 'Approve and move' })).toHaveLength(decides ? 1 : 0);
    await user.click(screen.getByRole('button', { name: decides ? 'Approve and move' : 'Take it back' }));
    expect(sent).toEqual([['/api/v1/deals/d1/override', decides ? { granted: true, note: '' } : null]]);
  });
});
