import { describe, expect, it } from 'vitest';
import type { DealOfVersion, StageHeld } from '@/api';
import { different, filtered, heldAmong, isCutShort, lostOf, sentIds } from './choice';

const deal = (id: string, stage: string, more: Partial<DealOfVersion> = {}): DealOfVersion => ({
  id,
  key: id,
  name: `Deal ${id}`,
  stage,
  stage_name: stage,
  ...more,
});

const deals = [
  deal('a', 'Talk', { account: 'Acme', owner: 'Anna' }),
  deal('b', 'Talk', { account: 'Globex', owner: 'Bo' }),
  deal('c', 'Show', { account: 'acme, north' }),
];
const list = { total: 3, deals };

describe('the listed deals', () => {
  it.each([
    ['all', {}, 'abc'],
    ['by a word of the account', { text: ' ACME ' }, 'ac'],
    ['by name', { text: 'deal b' }, 'b'],
    ['by stage', { stage: 'Talk' }, 'ab'],
    ['by owner', { owner: 'Bo' }, 'b'],
    ['those of nobody', { owner: '' }, 'c'],
    ['by all at once', { text: 'acme', stage: 'Talk', owner: 'Bo' }, ''],
  ])('%s', (_, filter, ids) => {
    expect(
      filtered(deals, filter)
        .map((d) => d.id)
        .join(''),
    ).toBe(ids);
  });

  it('have different owners, nobody first', () => {
    expect(different([...deals, deal('d', 'Show', { owner: 'Anna' })].map((d) => d.owner))).toEqual(['', 'Anna', 'Bo']);
  });
});

describe('the ids that are sent', () => {
  it('are those of the version, all of them listed', () => {
    expect(sentIds(list, null)).toEqual(['a', 'b', 'c']);
  });

  it('are those chosen, as far as they are still listed', () => {
    expect(sentIds(list, new Set(['c', 'a', 'gone']))).toEqual(['a', 'c']);
    expect(sentIds({ total: 900, deals }, new Set(['b']))).toEqual(['b']);
  });

  it('are left out where all is meant and not all are listed', () => {
    expect(sentIds({ total: 900, deals }, null)).toBeNull();
  });
});

const held: StageHeld[] = [
  { stage: 'show', name: 'Show', open: 9, met: 6, held: 3, deals: [{ ...deals[2]!, missing: ['x'] }] },
  { stage: 'talk', name: 'Talk', open: 4, met: 3, held: 1, deals: [{ ...deals[0]!, missing: ['y'] }] },
];

describe('what is asked of the deals that are moved', () => {
  it('is of these alone', () => {
    expect(heldAmong(held, ['a', 'b']).map(({ stage, then }) => [stage, then])).toEqual([['talk', 1]]);
  });

  it('is of all where all are moved, also of those that are not named', () => {
    expect(heldAmong(held, null).map(({ stage, then }) => [stage, then])).toEqual([
      ['show', 3],
      ['talk', 1],
    ]);
    expect(isCutShort(held)).toBe(true);
    expect(isCutShort(held.slice(1))).toBe(false);
  });

  it('asks for the lost stages that these deals are in, with so many of them', () => {
    const lost = [
      { stage_id: 'Talk', name: 'Talk', deals: 40 },
      { stage_id: 'Show', name: 'Show', deals: 5 },
    ];
    expect(lostOf(lost, deals.slice(0, 2))).toEqual([{ stage_id: 'Talk', name: 'Talk', deals: 2 }]);
  });
});
