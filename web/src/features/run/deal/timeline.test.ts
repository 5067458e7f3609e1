import { describe, expect, it } from 'vitest';
import type { DealEvent, Process } from '@/api';
import { byDay, details } from './timeline';

const event = (id: string, at: string, more: Partial<DealEvent> = {}): DealEvent => ({
  id,
  deal: 'd',
  at,
  undated: false,
  kind: 'call',
  activity: 'Call',
  side: 'rep',
  attributes: {},
  ...more,
});

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [],
  library: [{ id: 'mill', name: 'How a mill saved a week', kind: 'case-study' }],
  objections: [
    {
      id: 'price',
      kind: 'cost',
      says: 'It costs too much.',
      answers: [{ id: 'gain', says: 'Put it beside what it saves.' }],
    },
  ],
};

describe('the time line', () => {
  it('goes by day, the latest first, and ends with what has no date', () => {
    const events = [
      event('a', '2026-01-01T00:00:00Z', { undated: true }),
      event('b', '2026-03-01T00:00:00Z'),
      event('c', '2026-03-02T00:00:00Z'),
      event('d', '2026-03-02T00:00:00Z'),
    ];
    expect(byDay(events).map((day) => [day.says, day.events.map((e) => e.id).join('')])).toEqual([
      ['2 Mar 2026', 'dc'],
      ['1 Mar 2026', 'b'],
      ['Date unknown', 'a'],
    ]);
  });

  it.each<[string, Partial<DealEvent>, string[]]>([
    ['a note', { attributes: { note: 'Asked for a quote' } }, ['Note: Asked for a quote']],
    [
      'a change',
      { kind: 'deal.changed', attributes: { owner: 'Anna', close_date: '' } },
      ['Owner: Anna', 'Close date: taken away'],
    ],
    [
      'a reason, without ids',
      { kind: 'move.override', attributes: { reason: 'Fair', unmet: 'a,b', to: 'won' } },
      ['Reason: Fair'],
    ],
    ['content by its title', { attributes: { content: 'case-study, mill' } }, ['Content: How a mill saved a week']],
    ['content that the library does not have', { attributes: { content: 'leaflet' } }, ['Content: leaflet']],
    [
      'an objection and its answer in their words',
      { attributes: { answer: 'gain', objection: 'price' } },
      ['Objection: It costs too much.', 'Answer: Put it beside what it saves.'],
    ],
    ['an answer to a question as it is', { attributes: { question: 'why', answer: 'gain' } }, ['Answer: gain']],
    ['not the fields of a new deal, which are its facts', { kind: 'deal.created', attributes: { owner: 'Anna' } }, []],
  ])('tells %s', (_, more, expected) => {
    expect(details(event('a', '2026-03-01T00:00:00Z', more), process)).toEqual(expected);
  });
});
