import { describe, expect, it } from 'vitest';
import type { Predicate, Touchpoint } from '@/api';
import { type Remedy, remedy, wordsOf } from './remedy';

const point = (kind: string, side: Touchpoint['side']): Touchpoint => ({
  kind,
  side,
  label: kind,
  done: '',
  undone: '',
  task: '',
  channel: 'meeting',
  only_prospect: side === 'prospect',
  asks: [],
});

const common = [
  point('meeting.held', 'rep'),
  point('meeting.attended', 'prospect'),
  point('quote.accepted', 'prospect'),
];

const touch = (kind: string, side: 'rep' | 'prospect', attributes = {}): Remedy => ({
  do: 'touch',
  kind,
  side,
  attributes,
});

describe('what helps when a criterion is not met', () => {
  it.each<[string, Predicate, Remedy | null]>([
    ['the kind itself', { event: { kind: 'meeting.held' } }, touch('meeting.held', 'rep')],
    [
      'a kind below it, by the side that has to act',
      { event: { kind: 'meeting', by: 'prospect', tag: 'kick-off' } },
      touch('meeting.attended', 'prospect', { tag: 'kick-off' }),
    ],
    ['a kind of the team’s own', { event: { kind: 'Kick-Off' } }, touch('Kick-Off', 'rep')],
    ['nothing for what is done elsewhere', { event: { kind: 'stage.entered' } }, null],
    ['a field', { field: { name: 'budget', is: ['yes'] } }, { do: 'field', name: 'budget', choices: ['yes'] }],
    [
      'a person who acts',
      { person: { role: 'champion', engaged: true } },
      touch('meeting.attended', 'prospect', { role: 'champion' }),
    ],
    [
      'content that is seen',
      { content: { kind: 'case-study', viewed_by: 'prospect' } },
      touch('content.viewed', 'prospect', { content: 'case-study' }),
    ],
    ['a question', { answer: { question: 'why-now' } }, { do: 'answer', question: 'why-now' }],
    ['a quote', { quote: { state: 'accepted' } }, touch('quote.accepted', 'prospect')],
    [
      'the first that helps',
      { any: [{ not: { event: { kind: 'x' } } }, { event: { kind: 'meeting.held' } }] },
      touch('meeting.held', 'rep'),
    ],
    ['nothing where something is in the way', { not: { event: { kind: 'objection.raised' } } }, null],
  ])('%s', (_, test, expected) => {
    expect(remedy(test, common)).toEqual(expected);
  });
});

it('words that the criteria look for are offered', () => {
  const exit = [
    { id: 'a', says: '', required: true, event: { kind: 'call', tag: 'discovery' } },
    { id: 'b', says: '', required: true, any: [{ person: { role: 'user' } }, { content: { kind: 'case-study' } }] },
  ];
  expect(wordsOf([{ id: 's', name: 'S', exit }])).toEqual({
    tag: ['discovery'],
    role: ['user'],
    content: ['case-study'],
  });
});
