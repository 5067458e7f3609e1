import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Meeting } from '@/api';
import { HoldForm } from './HoldForm';
import { MeetingLine } from './MeetingLine';

const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  id: 'm1',
  plan: {
    title: 'Show',
    start: '2026-03-02T09:00:00Z',
    minutes: 45,
    place: 'https://meet.example/1',
    tag: 'demo',
    ours: ['Ann', 'Ed'],
    theirs: ['Eva'],
  },
  state: 'planned',
  sequence: 0,
  changed: '2026-03-01T09:00:00Z',
  attended: [],
  spent: [],
  minutes_spent: 0,
  note: '',
  ...more,
});

const inside = (what: React.ReactNode) =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>{what}</QueryClientProvider>
    </MantineProvider>,
  );

function line(shown: Meeting, now: string, mayChange = true) {
  const nothing = () => undefined;
  inside(
    <ul>
      <MeetingLine
        deal="d1"
        meeting={shown}
        mayChange={mayChange}
        now={Date.parse(now)}
        onChange={nothing}
        onHold={nothing}
        onCancel={nothing}
      />
    </ul>,
  );
  return screen.queryAllByRole('button').map((button) => button.textContent);
}

afterEach(() => vi.unstubAllGlobals());

it.each<[string, Partial<Meeting>, string, boolean, string[]]>([
  ['to come', {}, '2026-03-01T00:00:00Z', true, ['Change', 'Cancel it']],
  ['past', {}, '2026-03-03T00:00:00Z', true, ['It was held', 'Change', 'Cancel it']],
  ['held', { state: 'held' }, '2026-03-03T00:00:00Z', true, ['Add to it']],
  ['cancelled', { state: 'cancelled' }, '2026-03-03T00:00:00Z', true, []],
  ['read only', {}, '2026-03-03T00:00:00Z', false, []],
])('what can be done with a meeting that is %s', (_, more, now, may, buttons) => {
  expect(line(meeting(more), now, may)).toEqual(buttons);
});

it('who was there is said with their role, and what it cost us', () => {
  const held = meeting({
    state: 'held',
    attended: [{ name: 'Eva', role: 'champion' }, { name: 'Cy' }],
    spent: [{ name: 'Ann', minutes: 90 }],
    minutes_spent: 90,
  });
  line(held, '2026-03-03T00:00:00Z');
  expect(screen.getByText('Were there: Eva (champion), Cy')).toBeInTheDocument();
  expect(screen.getByText('Ann 1 h 30 min')).toBeInTheDocument();
});

it('who was there is written down, with what each of us spent', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({});
    sent.push([new URL(request.url).pathname, await request.json()]);
    return Response.json([meeting({ state: 'held' })]);
  });
  const onHeld = vi.fn();
  inside(<HoldForm deal="d1" meeting={meeting()} theirs={['Cy']} onHeld={onHeld} onClose={() => undefined} />);
  const user = userEvent.setup();
  const minutes = await screen.findByLabelText('Ed');
  await user.clear(minutes);
  await user.type(minutes, '60');
  await user.click(screen.getByRole('button', { name: 'Write it down' }));
  await vi.waitFor(() => expect(onHeld).toHaveBeenCalled());
  expect(sent).toEqual([
    [
      '/api/v1/deals/d1/meetings/m1/held',
      {
        theirs: ['Eva'],
        spent: [
          { name: 'Ann', minutes: 45 },
          { name: 'Ed', minutes: 60 },
        ],
        note: '',
      },
    ],
  ]);
});
