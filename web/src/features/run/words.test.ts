import { describe, expect, it } from 'vitest';
import type { Selection } from '@/app/selection';
import { inWords } from './words';

describe('a selection in words', () => {
  it.each<[Selection, number, string]>([
    [{}, 8800, '8,800 deals'],
    [{}, 1, '1 deal'],
    [{ outcome: ['won'], field: ['sector:software'] }, 450, '450 won deals, sector software'],
    [{ outcome: ['open', 'lost'] }, 2, '2 open or lost deals'],
    [{ field: ['owner:A', 'owner:B', 'owner:C'] }, 3, '3 deals, owner A, B or C'],
    [{ field: ['close_reason:'] }, 3, '3 deals, without close reason'],
    [{ field: ['team:West', 'team:'] }, 3, '3 deals, team West or none'],
    [{ field: ['note:a:b'] }, 3, '3 deals, note a:b'],
    [{ stage: ['Engaging', 'Prospecting'] }, 9, '9 deals, in Engaging or Prospecting'],
    [
      { closed_from: '2017-01-01T00:00:00Z', closed_to: '2017-04-01T00:00:00Z' },
      5,
      '5 deals, closed from 1 Jan 2017 to 31 Mar 2017',
    ],
    [{ created_from: '2017-01-01T00:00:00Z', created_to: '2017-01-02T00:00:00Z' }, 5, '5 deals, created on 1 Jan 2017'],
    [{ closed_to: '2017-01-01T12:00:00Z' }, 5, '5 deals, closed until 1 Jan 2017'],
    [{ created_from: '2017-02-03T00:00:00Z' }, 5, '5 deals, created since 3 Feb 2017'],
    [{ visited: 'Demo' }, 5, '5 deals, which passed through Demo'],
    [{ moved_from: 'A', moved_to: 'B' }, 5, '5 deals, which went from A to B'],
    [{ moved_from: 'A', moved_to: 'B', moved_directly: true }, 5, '5 deals, which went directly from A to B'],
    [{ stage_variant: ['A', 'B'] }, 5, '5 deals, which took the stages A → B'],
    [{ variant: ['A', 'B'] }, 5, '5 deals, which took the path A → B'],
    [{ text: 'acme' }, 5, '5 deals, with “acme” in name, account or owner'],
  ])('%j', (selection, total, says) => {
    expect(inWords(selection, total)).toBe(says);
  });
});
