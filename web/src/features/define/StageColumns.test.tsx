import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding, Process } from '@/api';
import { createQueries } from '@/app/queries';
import { StageColumns } from './StageColumns';

vi.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: React.ReactNode }) => <a>{children}</a> }));

const begin: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  library: [{ id: 'deck', kind: 'deck', name: 'The deck' }],
  objections: [{ id: 'price', kind: 'cost', says: 'Too expensive' }],
  stages: [
    {
      id: 'talk',
      name: 'Talking',
      purpose: 'Learn what hurts',
      target_days: 5,
      tasks: [
        { id: 'call', name: 'Call them', owner: 'rep' },
        { id: 'write', name: 'Write to them' },
      ],
      exit: [{ id: 'met', says: 'They came', event: { kind: 'meeting.attended', by: 'prospect' } }],
    },
    { id: 'show', name: 'Showing', tasks: [{ id: 'demo', name: 'Give a demo' }] },
    { id: 'won', name: 'Won', kind: 'won' },
  ],
};

const findings: Finding[] = [
  { level: 'warning', code: 'P130', message: 'Four are needed; nobody will use them.', path: 'stages[0]', at: 'talk' },
  {
    level: 'error',
    code: 'P123',
    message: 'Nothing delivers it.',
    path: 'stages[0].exit[0].event',
    at: 'talk.exit.met',
  },
];

beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
});
afterEach(() => vi.unstubAllGlobals());

function Held({ seen }: { seen: (process: Process) => void }) {
  const [process, setProcess] = useState(begin);
  const edit = (next: Process) => {
    seen(next);
    setProcess(next);
  };
  return <StageColumns process={process} grounds={[]} findings={findings} onEdit={edit} />;
}

const frame = (children: React.ReactNode) =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueries()}>{children}</QueryClientProvider>
    </MantineProvider>,
  );

function show() {
  const seen = vi.fn<(process: Process) => void>();
  frame(<Held seen={seen} />);
  return { seen, last: () => seen.mock.lastCall?.[0].stages ?? [], user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('words in the columns', () => {
  it.each([
    ['Name of the stage: Talking', 'First talk', { name: 'First talk' }],
    ['What the stage is for: Learn what hurts', 'Find out', { purpose: 'Find out' }],
    ['Target, days: Target: 5 days', '7,5', { target_days: 7.5 }],
  ])('%s: Enter keeps', async (name, text, change) => {
    const { user, last } = show();
    await user.click(button(name));
    await user.keyboard(`${text}{Enter}`);
    expect(last()[0]).toMatchObject(change);
    expect(document.activeElement).toHaveAttribute('data-words');
  });

  it('Escape takes back, and the focus stays', async () => {
    const { user, seen } = show();
    await user.click(button('Task: Call them'));
    await user.keyboard('Something else{Escape}');
    expect(seen).not.toHaveBeenCalled();
    expect(button('Task: Call them')).toHaveFocus();
  });

  it('Tab keeps and goes on', async () => {
    const { user, last } = show();
    await user.click(button('Task: Call them'));
    await user.keyboard('Ring them');
    await user.tab();
    expect(last()[0]?.tasks?.[0]).toEqual({ id: 'call', name: 'Ring them', owner: 'rep' });
    expect(button('Details of Ring them')).toHaveFocus();
  });

  it.each([
    ['Name of the stage: Talking', '{Backspace}{Enter}'],
    ['Target, days: Target: 5 days', 'soon{Enter}'],
  ])(
    '%s: nothing where there must be something, and no number where one is needed, change nothing',
    async (name, keys) => {
      const { user, seen } = show();
      await user.click(button(name));
      await user.keyboard(keys);
      expect(seen).not.toHaveBeenCalled();
      expect(button(name)).toBeInTheDocument();
    },
  );
});

describe('lines', () => {
  it('are added one after the other', async () => {
    const { user, last } = show();
    await user.click(button('+ task, Showing'));
    await user.keyboard('Ask{Enter}Listen{Enter}{Escape}');
    expect(last()[1]?.tasks?.map((t) => [t.id, t.name])).toEqual([
      ['demo', 'Give a demo'],
      ['ask', 'Ask'],
      ['listen', 'Listen'],
    ]);
    expect(button('+ task, Showing')).toHaveFocus();
  });

  it('a criterion opens with its sentence, ready to be written', async () => {
    const { user, last } = show();
    await user.click(button('+ criterion, Showing'));
    await user.keyboard('They said yes{Enter}');
    expect(last()[1]?.exit?.[0]).toMatchObject({ id: 'they-said-yes', says: 'They said yes', required: true });
    expect(button('By whom: The prospect')).toBeInTheDocument();
    await user.click(button('Done'));
    expect(screen.queryByRole('button', { name: 'By whom: The prospect' })).toBeNull();
  });

  it('a commitment may have nothing yet that shows it', async () => {
    const { user, last } = show();
    await user.click(button('+ commitment, Talking'));
    await user.keyboard('They name a date{Enter}');
    expect(last()[0]?.commitments).toEqual([{ id: 'they-name-a-date', says: 'They name a date' }]);
    await user.click(button('Say what shows it'));
    expect(last()[0]?.commitments?.[0]).toMatchObject({ event: { kind: 'meeting.attended' } });
  });

  it('go down their list and over to another stage by key, and the focus goes along', async () => {
    const { user, last } = show();
    button('Task: Call them').focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(last()[0]?.tasks?.map((t) => t.id)).toEqual(['write', 'call']);
    expect(button('Task: Call them')).toHaveFocus();
    expect(screen.getByText('Call them is now number 2 in Talking.')).toHaveAttribute('role', 'status');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(last().map((s) => s.tasks?.map((t) => t.id))).toEqual([['write'], ['demo', 'call'], undefined]);
    expect(button('Task: Call them')).toHaveFocus();
  });

  it('have details: what a task is done with', async () => {
    const { user, last } = show();
    await user.click(button('Details of Give a demo'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'With, from the library' }), 'The deck');
    expect(last()[1]?.tasks?.[0]?.template).toBe('deck');
    await user.click(button('Remove: Give a demo'));
    expect(last()[1]?.tasks).toEqual([]);
  });

  it('say what was found where it was found', async () => {
    const { user } = show();
    const exit = screen.getByRole('region', { name: 'Before it goes on: Talking' });
    expect(within(exit).getByText('Four are needed; nobody will use them.')).toBeInTheDocument();
    expect(within(exit).getByRole('img', { name: 'Nothing delivers it.' })).toBeInTheDocument();
    await user.click(button('Details of They came'));
    expect(within(exit).getByText('Nothing delivers it.')).toBeInTheDocument();
  });
});

describe('stages', () => {
  it('go to another place by key, and the focus goes along', async () => {
    const { user, last } = show();
    button('Name of the stage: Talking').focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(last().map((s) => s.id)).toEqual(['show', 'talk', 'won']);
    expect(button('Name of the stage: Talking')).toHaveFocus();
    expect(screen.getByText('Talking is now stage 2 of 3.')).toBeInTheDocument();
    await user.keyboard('{Alt>}{ArrowLeft}{ArrowLeft}{/Alt}');
    expect(last().map((s) => s.id)).toEqual(['talk', 'show', 'won']);
  });

  it('are added between two, their name first', async () => {
    const { user, last } = show();
    await user.click(button('Add a stage after Talking'));
    expect(screen.getByRole('textbox', { name: 'Name of the stage' })).toHaveFocus();
    await user.keyboard('Testing{Enter}');
    expect(last().map((s) => s.name)).toEqual(['Talking', 'Testing', 'Showing', 'Won']);
  });

  it('are removed', async () => {
    const { user, last } = show();
    await user.click(button('More about Showing'));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove it' }));
    expect(last().map((s) => s.id)).toEqual(['talk', 'won']);
  });

  it('have everything else in a panel: moves, hand-over, objections', async () => {
    const { user, last } = show();
    await user.click(button('More about Talking'));
    await user.click(await screen.findByRole('menuitem', { name: /^All about/ }));
    await user.click(await screen.findByRole('radio', { name: /^Only to the stages/ }));
    expect(last()[0]?.moves).toEqual(['show']);
    await user.click(screen.getByRole('checkbox', { name: 'Won' }));
    expect(last()[0]?.moves).toEqual(['show', 'won']);
    await user.click(screen.getByRole('radio', { name: /^Onward/ }));
    expect(last()[0]?.moves).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: 'Too expensive' }));
    expect(last()[0]?.objections).toEqual(['price']);
    const to = screen.getByRole('textbox', { name: 'Who takes it over' });
    await user.type(to, 'am');
    expect(last()[0]?.handover).toEqual({ to: 'am', with: [] });
    await user.clear(to);
    expect(last()[0]?.handover).toBeNull();
  });
});

it('who may only read sees the same without controls', () => {
  frame(<StageColumns process={begin} grounds={[]} findings={[]} />);
  expect(screen.getByText('Call them')).toBeInTheDocument();
  expect(screen.getByText('They came')).toBeInTheDocument();
  expect(screen.getByText('Target: 5 days')).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
});
