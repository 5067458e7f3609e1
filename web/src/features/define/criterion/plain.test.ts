import { describe, expect, it } from 'vitest';
import type { Criterion, Predicate } from '@/api';
import { firstWords, plain, retold } from './plain';
import { NO_WORDS, vocabularyOf } from './vocabulary';

const call: Predicate = { event: { kind: 'Call', by: 'prospect' } };
const visit: Predicate = { event: { kind: 'Visit', at_least: 2, within_days: 30, tag: 'site' } };

describe('plain sentences', () => {
  it.each<[Predicate, string]>([
    [call, 'The prospect did “Call”'],
    [visit, 'Anybody did “Visit” tagged “site” at least 2 times within the last 30 days'],
    [{ field: { name: 'lead_source', is: [] } }, 'The field “lead source” is filled in'],
    [{ person: { role: 'decision-maker', engaged: true } }, 'Somebody who is decision maker has taken part'],
    [{ content: { kind: 'case-study' } }, 'Content of the kind “case study” was shared with them'],
    [{ not: { quote: { state: 'sent' } } }, 'It is not so that a quote was sent'],
    [
      { any: [call, { approval: { state: 'granted' } }] },
      'At least one of these holds: the prospect did “Call”; an approval was granted',
    ],
  ])('%j: %s', (test, says) => {
    expect(plain(test, NO_WORDS)).toBe(says);
  });

  it.each([
    ['The prospect did “Call”', 'en', plain(visit, NO_WORDS)],
    ['The prospect did “Call”', undefined, plain(visit, NO_WORDS)],
    ['They called us', 'en', 'They called us'],
    ['The prospect did “Call”', 'de', 'The prospect did “Call”'],
  ])('“%s” in %s is then “%s”: only words that were the test’s own follow it', (says, language, then) => {
    const criterion: Criterion = { id: 'a', says, ...call };
    expect(retold(criterion, call, visit, NO_WORDS, language).says).toBe(then);
  });

  it('are not put into a process of another language', () => {
    expect(firstWords(call, NO_WORDS, 'ja')).toBe('');
    expect(firstWords(call, NO_WORDS, 'en-GB')).toBe('The prospect did “Call”');
  });
});

it('the words are those of the process and its data', () => {
  const words = vocabularyOf(
    {
      schema: 1,
      id: 'sales',
      name: 'Sales',
      library: [{ id: 'a', kind: 'deck', name: 'A' }],
      schemes: [{ id: 'bant', name: 'BANT', threshold: 2, questions: [{ id: 'need', asks: 'Need?' }] }],
      stages: [
        {
          id: 'demo',
          name: 'Demo',
          questions: [{ id: 'who', name: 'Who signs?' }],
          exit: [
            {
              id: 'a',
              says: 'A',
              all: [{ event: { kind: 'x', tag: 'pilot' } }, { not: { person: { role: 'sponsor' } } }],
            },
          ],
        },
      ],
    },
    { touchpoints: [], activities: ['Stage: Demo', 'Visit', 'Visit'], fields: [] },
  );
  expect(words.activities).toEqual(['Visit']);
  expect(words.tags).toContain('pilot');
  expect(words.roles).toContain('sponsor');
  expect(words.content[0]).toBe('deck');
  expect(words.questions).toEqual([
    { id: 'who', asks: 'Who signs?', stage: 'demo' },
    { id: 'need', asks: 'Need?', stage: null },
  ]);
});
