import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { CriterionVerdict, DealEvent } from '@/api';
import { Criteria } from './Criteria';

const event: DealEvent = {
  id: 'e1',
  deal: 'd',
  at: '2026-03-02T00:00:00Z',
  undated: false,
  kind: 'meeting.attended',
  activity: 'Meeting attended',
  side: 'prospect',
  attributes: {},
};

const exit: CriterionVerdict[] = [
  { id: 'met', says: 'They came', required: true, ground: 'prospect', met: true, by: ['e1'], missing: '' },
  {
    id: 'open',
    says: 'Budget is known',
    required: false,
    ground: 'opinion',
    met: false,
    by: [],
    missing: 'Nothing shows yet.',
  },
];

it('each criterion says what it rests on, whether it is met, and leads to the event that shows it', async () => {
  const onEvent = vi.fn();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Criteria exit={exit} events={[event]} onEvent={onEvent} at={{ stage: 'demo', deal: 'd' }} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const [came, budget] = screen.getAllByRole('listitem');
  expect(came).toHaveTextContent(/An act of the prospect: .*They came.*✓ met/);
  expect(budget).toHaveTextContent(/Somebody’s word: .*Budget is known.*wished for.*Nothing shows yet\..*○ not yet/);
  await userEvent.click(screen.getByRole('button', { name: 'Meeting attended (2 Mar 2026)' }));
  expect(onEvent).toHaveBeenCalledWith('e1');
});
