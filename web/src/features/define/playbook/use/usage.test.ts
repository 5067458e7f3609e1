import { describe, expect, it } from 'vitest';
import type { AnswerUse } from '@/api';
import { process } from '../sampleProcess';
import { named } from './queries';
import { contentUse, endings, uses } from './sampleUse';
import { bestOf, lastOf, othersLeft, type Usage, usageOf, type Verdict, verdictOf } from './usage';

const NOW = Date.parse('2026-06-30T00:00:00Z');

describe('content', () => {
  it.each([
    ['nobody shared it', uses(0), uses(0), 'never', null],
    ['shared last year', uses(3, '2025-06-01T00:00:00Z'), uses(0), 'long', '2025-06-01T00:00:00Z'],
    [
      'shared last year, looked at last week',
      uses(3, '2025-06-01T00:00:00Z'),
      uses(1, '2026-06-23T09:00:00Z'),
      'lately',
      '2026-06-23T09:00:00Z',
    ],
    ['shared, nobody knows when', uses(1), uses(0), 'long', null],
  ] as const)('%s', (_, shared, viewed, usage: Usage, last) => {
    const use = contentUse({ shared, viewed });
    expect(usageOf(use, NOW)).toBe(usage);
    expect(lastOf(use)).toBe(last);
  });
});

describe('what the data says', () => {
  it.each([
    ['no closed deal with it', endings([0, 0], [40, 110]), 'none'],
    ['too few to compare', endings([2, 3], [40, 110]), 'cannot-tell'],
    ['a difference that may be chance', endings([6, 12], [40, 110], 0.14), 'no-difference'],
    ['won more often', endings([12, 18], [40, 110], 0.3, true), 'more'],
    ['won less often', endings([1, 18], [40, 110], -0.31, true), 'less'],
  ] as const)('%s', (_, found, verdict: Verdict) => {
    expect(verdictOf(found)).toBe(verdict);
  });
});

describe('the best answer', () => {
  const answer = (id: string, gain: number | null, supported: boolean): AnswerUse => ({
    id,
    given: uses(9),
    endings: endings([6, 9], [10, 40], gain ?? undefined, supported),
  });
  it.each([
    ['none is supported', [answer('a', 0.3, false), answer('b', 0.2, false)], null],
    ['the greatest gain alone does not count', [answer('a', 0.3, false), answer('b', 0.2, true)], 'b'],
    ['the greater of two that are supported', [answer('a', 0.2, true), answer('b', 0.3, true)], 'b'],
    ['one that goes with losing is none', [answer('a', -0.4, true)], null],
    ['there is no answer', [], null],
  ])('%s', (_, answers, best) => expect(bestOf(answers)).toBe(best));
});

it('a name that was just added is no longer among the others', () => {
  const others = [
    { name: 'ROI sheet', times: 3 },
    { name: '', times: 2 },
  ];
  expect(othersLeft(others, [' roi sheet '])).toEqual([{ name: '', times: 2 }]);
});

describe('what is counted depends on', () => {
  it('names, and not on texts', () => {
    const library = (process.library ?? []).map((c) => ({ ...c, text: 'Dear …', owner: 'Mona', file: 'a.pdf' }));
    expect(named({ ...process, library, purpose: 'More', personas: [] })).toEqual(named(process));
  });
  it('titles', () => {
    const library = (process.library ?? []).map((c) => ({ ...c, name: `${c.name}!` }));
    expect(named({ ...process, library })).not.toEqual(named(process));
  });
});
