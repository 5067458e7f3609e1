import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Predicate, Touchpoint } from '@/api';
import { DEEPEST, SentenceEditor } from './SentenceEditor';
import { NO_WORDS, type Vocabulary, VocabularyContext } from './vocabulary';

const touchpoint = (kind: string, label: string, done: string, theirs: boolean): Touchpoint => ({
  kind,
  label,
  done,
  undone: done,
  task: label,
  channel: 'meeting',
  side: theirs ? 'prospect' : 'rep',
  only_prospect: theirs,
  asks: [],
});

const words: Vocabulary = {
  ...NO_WORDS,
  touchpoints: [
    touchpoint('call', 'Call', 'made a call', false),
    touchpoint('meeting.attended', 'Meeting attended', 'attended a meeting', true),
  ],
  activities: ['Site visit'],
  fields: [{ name: 'budget_class', values: ['Large', 'Small'] }],
  questions: [{ id: 'signs', asks: 'Who signs?', stage: 'closing' }],
  schemes: [{ id: 'bant', name: 'BANT', threshold: 5 }],
};

function Held({ begin, seen }: { begin: Predicate; seen: (test: Predicate) => void }) {
  const [test, setTest] = useState(begin);
  const change = (next: Predicate) => {
    seen(next);
    setTest(next);
  };
  return (
    <MantineProvider env="test">
      <VocabularyContext value={words}>
        <SentenceEditor test={test} stage="closing" onChange={change} />
      </VocabularyContext>
    </MantineProvider>
  );
}

function show(begin: Predicate) {
  const seen = vi.fn<(test: Predicate) => void>();
  const { container } = render(<Held begin={begin} seen={seen} />);
  const sentences = () => [...container.querySelectorAll('p')].map((p) => p.textContent).join(' ');
  return { seen, user: userEvent.setup(), text: () => sentences().replaceAll(/\s+/g, ' ').trim() };
}

/** Opens a part of the sentence and chooses from its list. */
async function choose(user: ReturnType<typeof userEvent.setup>, part: RegExp, option: string) {
  await user.click(screen.getByRole('button', { name: part }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('a sentence', () => {
  it.each<[string, Predicate, RegExp, string, Predicate]>([
    [
      'who did it',
      { event: { kind: 'call', by: 'rep' } },
      /^By whom/,
      'The prospect',
      { event: { kind: 'call', by: 'prospect' } },
    ],
    ['anybody', { event: { kind: 'call', by: 'rep' } }, /^By whom/, 'Anybody', { event: { kind: 'call', by: null } }],
    [
      'what happened; what only they can do is theirs',
      { event: { kind: 'call', by: 'rep' } },
      /^What happened/,
      'Meeting attended',
      { event: { kind: 'meeting.attended', by: 'prospect' } },
    ],
    [
      'an activity of the data',
      { event: { kind: 'call' } },
      /^What happened/,
      'Site visit',
      { event: { kind: 'Site visit' } },
    ],
    ['a tag', { event: { kind: 'call' } }, /^With the tag/, 'demo', { event: { kind: 'call', tag: 'demo' } }],
    [
      'no tag',
      { event: { kind: 'call', tag: 'demo' } },
      /^With the tag/,
      'no tag',
      { event: { kind: 'call', tag: null } },
    ],
    ['the field', { field: { name: '' } }, /^Field/, 'budget class', { field: { name: 'budget_class', is: [] } }],
    [
      'one value more',
      { field: { name: 'budget_class', is: ['Large'] } },
      /^Values/,
      'Small',
      { field: { name: 'budget_class', is: ['Large', 'Small'] } },
    ],
    [
      'one value less',
      { field: { name: 'budget_class', is: ['Large', 'Small'] } },
      /^Values/,
      'Large',
      { field: { name: 'budget_class', is: ['Small'] } },
    ],
    ['the role', { person: { role: 'buyer' } }, /^Role/, 'champion', { person: { role: 'champion' } }],
    [
      'who took part',
      { person: { role: 'buyer' } },
      /^Known or took part/,
      'has taken part',
      { person: { role: 'buyer', engaged: true } },
    ],
    ['the content', { content: { kind: '' } }, /^Kind of content/, 'price list', { content: { kind: 'price-list' } }],
    [
      'sharing it',
      { content: { kind: 'video', viewed_by: 'prospect' } },
      /^Seen by whom/,
      'was shared with them',
      { content: { kind: 'video', viewed_by: null } },
    ],
    [
      'a question',
      { answer: { question: '' } },
      /^Question or scheme/,
      'Who signs?',
      { answer: { question: 'signs', within_days: null } },
    ],
    [
      'a scheme',
      { answer: { question: 'signs' } },
      /^Question or scheme/,
      'BANT',
      { answer: { scheme: 'bant', within_days: null } },
    ],
    ['a quote’s state', { quote: { state: 'sent' } }, /^State/, 'accepted', { quote: { state: 'accepted' } }],
    ['an approval’s state', { approval: { state: 'asked' } }, /^State/, 'granted', { approval: { state: 'granted' } }],
    [
      'all or any',
      { all: [{ event: { kind: 'call' } }] },
      /^How many/,
      'At least one of these holds',
      { any: [{ event: { kind: 'call' } }] },
    ],
  ])('changes %s', async (_, begin, part, option, result) => {
    const { seen, user } = show(begin);
    await choose(user, part, option);
    expect(seen).toHaveBeenLastCalledWith(result);
  });

  it.each<[Predicate, string]>([
    [
      { event: { kind: 'meeting.attended', by: 'prospect', tag: 'demo', at_least: 2, within_days: 30 } },
      'The prospect attended a meeting tagged “demo” at least times within the last days',
    ],
    [{ event: { kind: 'Site visit' } }, 'Anybody did “Site visit” + tagged … + at least … + within …'],
    [
      { field: { name: 'budget_class', is: ['Large', 'Small'] } },
      'The field budget class is “Large” or “Small” + within …',
    ],
    [{ field: { name: 'budget_class' } }, 'The field budget class is filled in + within …'],
    [{ answer: { scheme: 'bant', at_least: 3 } }, 'The scheme BANT has at least points + within …'],
    [{ answer: { scheme: 'bant' } }, 'The scheme BANT has enough points + other points … + within …'],
    [{ not: { quote: { state: 'sent' } } }, 'It is not so that A quote was sent + within …'],
  ])('%j reads “%s”', (test, reads) => {
    expect(show(test).text()).toBe(reads);
  });

  it.each<[string, Predicate, Predicate]>([
    ['an event', { event: { kind: 'call' } }, { event: { kind: 'call', within_days: 14 } }],
    ['a field', { field: { name: 'size' } }, { field: { name: 'size', within_days: 14 } }],
    ['a person', { person: { role: 'buyer' } }, { person: { role: 'buyer', within_days: 14 } }],
    ['content', { content: { kind: 'video' } }, { content: { kind: 'video', within_days: 14 } }],
    ['an answer', { answer: { question: 'signs' } }, { answer: { question: 'signs', within_days: 14 } }],
    ['a quote', { quote: { state: 'sent' } }, { quote: { state: 'sent', within_days: 14 } }],
    ['an approval', { approval: { state: 'asked' } }, { approval: { state: 'asked', within_days: 14 } }],
  ])('asks that %s is not longer ago than so many days, and no more', async (_, begin, result) => {
    const { seen, user } = show(begin);
    await user.click(screen.getByRole('button', { name: /\+ within/ }));
    const days = screen.getByRole('textbox', { name: 'Within how many days' });
    expect(days).toHaveFocus();
    await user.clear(days);
    await user.type(days, '14');
    expect(seen).toHaveBeenLastCalledWith(result);
    await user.click(screen.getByRole('button', { name: /^Leave out: .*14 days/ }));
    expect(Object.values(seen.mock.lastCall![0])[0]).toMatchObject({ within_days: null });
  });

  it('takes words of one’s own', async () => {
    const { seen, user } = show({ event: { kind: 'call' } });
    await user.click(screen.getByRole('button', { name: /^What happened/ }));
    await user.type(await screen.findByRole('textbox'), 'Audit done{Enter}');
    expect(seen).toHaveBeenLastCalledWith({ event: { kind: 'Audit done' } });
  });

  it('leaves alone what is no number', async () => {
    const { seen, user } = show({ event: { kind: 'call', at_least: 2 } });
    const often = screen.getByRole('textbox', { name: 'How often, at least' });
    await user.clear(often);
    await user.type(often, '1.5');
    expect(often).toBeInvalid();
    expect(seen).toHaveBeenLastCalledWith({ event: { kind: 'call', at_least: 1 } });
  });

  it('goes by keyboard: Tab to a part, Enter opens it, arrows choose', async () => {
    const { seen, user } = show({ event: { kind: 'call', by: 'prospect' } });
    await user.tab();
    expect(screen.getByRole('button', { name: 'By whom: The prospect' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: 'Our team' });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(seen).toHaveBeenLastCalledWith({ event: { kind: 'call', by: 'rep' } });
    expect(screen.getByRole('button', { name: 'By whom: Our team' })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: /^What happened/ })).toHaveFocus();
  });
});

describe('groups', () => {
  const call: Predicate = { event: { kind: 'call' } };
  const pick = async (user: ReturnType<typeof userEvent.setup>, of: HTMLElement, item: string) => {
    await user.click(of);
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };
  const menus = () => screen.getAllByRole('button', { name: /^Change the kind of/ });

  it.each<[string, Predicate, string, Predicate]>([
    ['into one of all', call, 'All of: this and others', { all: [call] }],
    ['into one of any', call, 'At least one of: this and others', { any: [call] }],
    ['under a not', call, 'Not this', { not: call }],
    ['out of a group', { all: [call] }, 'Take it out of the group', call],
    ['out of a not', { not: call }, 'Take the “not” away', call],
    ['to another kind', call, 'An approval reached a state', { approval: { state: 'granted' } }],
  ])('take a sentence %s', async (_, begin, item, result) => {
    const { seen, user } = show(begin);
    await pick(user, menus()[0]!, item);
    expect(seen).toHaveBeenLastCalledWith(result);
  });

  it('take another sentence and give one away', async () => {
    const { seen, user } = show({ any: [call] });
    await user.click(screen.getByRole('button', { name: 'Add another' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    await pick(user, menus()[1]!, 'Remove');
    expect(seen).toHaveBeenLastCalledWith({ any: [{ event: { kind: 'meeting.attended', by: 'prospect' } }] });
  });

  it('change what stands deep in them', async () => {
    const { seen, user } = show({ any: [call, { all: [{ not: { quote: { state: 'sent' } } }] }] });
    const inner = screen.getByText(/A quote was/);
    await user.click(within(inner).getByRole('button', { name: /^State/ }));
    await user.click(await screen.findByRole('option', { name: 'accepted' }));
    expect(seen).toHaveBeenLastCalledWith({ any: [call, { all: [{ not: { quote: { state: 'accepted' } } }] }] });
  });

  it('stand no deeper than four', async () => {
    let deep: Predicate = call;
    for (let i = 0; i < DEEPEST; i += 1) deep = { all: [deep] };
    const { user } = show(deep);
    await user.click(menus().at(-1)!);
    expect(await screen.findByRole('menuitem', { name: 'Not this' })).toBeDisabled();
  });
});
