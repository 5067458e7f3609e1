import { describe, expect, it } from 'vitest';
import type { Process } from '@/api';
import { answerOffers, contentOffers, found, headed, objectionOffers, sentFor, wordOffers, wordsFor } from './offers';

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [
    { id: 'talk', name: 'Talk' },
    { id: 'show', name: 'Show', content: [{ id: 'n', name: 'A story', item: 'mill' }], objections: ['late'] },
  ],
  library: [
    { id: 'deck', name: 'The deck', kind: 'deck' },
    { id: 'mill', name: 'A mill', kind: 'case-study' },
    { id: 'bank', name: 'A bank', kind: 'case-study' },
    { id: 'demo', name: 'The deck', kind: 'deck', stages: ['show'] },
  ],
  objections: [
    { id: 'price', kind: 'cost', says: 'It costs too much.', answers: [{ id: 'gain', says: 'It saves more.' }] },
    { id: 'late', kind: 'timing', says: 'Not now.' },
  ],
};
const show = process.stages?.[1];

describe('what is offered', () => {
  it('is content by kind, that of the stage first, each told apart', () => {
    expect(headed(contentOffers(process, show))).toEqual([
      { group: 'For this stage', items: ['A mill', 'The deck (demo)'] },
      { group: 'Deck', items: ['The deck (deck)'] },
      { group: 'Case study', items: ['A bank'] },
    ]);
  });

  it('is objections by kind in their words, those that are expected first', () => {
    expect(headed(objectionOffers(process, show))).toEqual([
      { group: 'For this stage', items: ['Not now.'] },
      { group: 'Cost', items: ['It costs too much.'] },
    ]);
    expect(objectionOffers(null, undefined)).toEqual([]);
  });

  it('is the answers of one objection', () => {
    expect(answerOffers(process.objections?.[0]).map((o) => o.words)).toEqual(['It saves more.']);
    expect(answerOffers(undefined)).toEqual([]);
  });

  it.each([
    ['everything for nothing', '', 4],
    ['by a word of the title', 'bank', 1],
    ['by kind', 'case-study', 2],
    ['everything once one is chosen', 'A bank', 4],
    ['nothing', 'leaflet', 0],
  ])('is found: %s', (_, text, n) => {
    expect(found(contentOffers(process, show), text)).toHaveLength(n);
  });

  it('stays narrow while a bare word is typed in full', () => {
    expect(found(wordOffers(['demo', 'discovery']), 'demo').map((o) => o.words)).toEqual(['demo']);
  });
});

it.each([
  ['A bank', 'bank'],
  [' It was our leaflet ', 'It was our leaflet'],
])('%s is sent as %s', (text, sent) => {
  expect(sentFor(contentOffers(process, show), text)).toBe(sent);
});

it('what is sent has words', () => {
  expect(wordsFor(objectionOffers(process, show), 'price')).toBe('It costs too much.');
  expect(wordsFor(objectionOffers(process, show), 'gone')).toBe('gone');
});
