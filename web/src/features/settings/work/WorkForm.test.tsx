import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Role, WorkSettings } from '@/api';
import { sessionQuery } from '@/app/session';
import { tidy, wrongDay } from './check';
import { m } from './messages';
import { WorkingDays } from './WorkingDays';

const KEPT: WorkSettings = {
  zone: 'Europe/Berlin',
  calendar: { week: ['monday', 'tuesday'], holidays: [{ name: 'Christmas Day', on: '12-25' }] },
};

function show(role: Role) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json(KEPT);
    const body: unknown = await request.json();
    sent.push(body);
    return Response.json(body);
  });
  const queries = new QueryClient();
  const user = { id: 'a', name: 'Anna', email: 'a@example.com', role, disabled: false };
  queries.setQueryData(sessionQuery.queryKey, { user, setup_needed: false, version: '0', notice: null });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <WorkingDays />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['12-25', null],
  ['2026-04-06', null],
  ['02-29', null],
  ['2026-02-29', m.wrong.noDay],
  ['13-01', m.wrong.noDay],
  ['25.12.', m.wrong.on],
  ['', m.wrong.on],
])('the day %j of a holiday', (on, wrong) => {
  expect(wrongDay(on)).toBe(wrong);
});

it('sends the week in its order and the holidays in that of the year', () => {
  const holidays = [
    { name: ' Christmas Day', on: '12-25' },
    { name: 'Trip', on: '2026-04-06 ' },
  ];
  expect(tidy({ zone: 'UTC', calendar: { week: ['friday', 'monday'], holidays } })).toEqual({
    zone: 'UTC',
    calendar: {
      week: ['monday', 'friday'],
      holidays: [
        { name: 'Trip', on: '2026-04-06' },
        { name: 'Christmas Day', on: '12-25' },
      ],
    },
  });
});

it('says at the field what is wrong, and saves what is right', async () => {
  const { sent, user } = show('manager');
  await user.click(await screen.findByRole('button', { name: m.add }));
  await user.type(screen.getByLabelText('Name of holiday 2'), 'New Year');
  await user.type(screen.getByLabelText('Day of holiday 2'), '1 Jan');
  await user.click(screen.getByRole('button', { name: m.save }));
  expect(await screen.findByText(m.wrong.on)).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.clear(screen.getByLabelText('Day of holiday 2'));
  await user.type(screen.getByLabelText('Day of holiday 2'), '01-01');
  await user.click(screen.getByLabelText('Wednesday'));
  await user.click(screen.getByRole('button', { name: m.save }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    zone: 'Europe/Berlin',
    calendar: {
      week: ['monday', 'tuesday', 'wednesday'],
      holidays: [
        { name: 'New Year', on: '01-01' },
        { name: 'Christmas Day', on: '12-25' },
      ],
    },
  });
});

it('a rep reads the working days', async () => {
  show('rep');
  expect(await screen.findByText('Monday, Tuesday')).toBeInTheDocument();
  expect(screen.getByText('Christmas Day (12-25)')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: m.save })).toBeNull();
});
