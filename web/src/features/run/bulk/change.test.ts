import { describe, expect, it } from 'vitest';
import { changeOf, isWhole, type Wish } from './change';

const wish = (part: Partial<Wish>): Wish => ({
  kind: 'owner',
  field: '',
  value: ' Anna ',
  reason: '',
  allOrNone: false,
  ...part,
});
const deals = [{ id: 'a', version: 3, name: 'A' }];
const base = { deals: [{ id: 'a', version: 3 }], all_or_none: false };

describe('one change to many deals', () => {
  it.each([
    [wish({}), { fields: { owner: 'Anna' } }],
    [wish({ kind: 'tags-add' }), { tags_add: 'Anna' }],
    [wish({ kind: 'tags-remove' }), { tags_remove: 'Anna' }],
    [wish({ kind: 'field', field: 'tier', value: '' }), { fields: { tier: '' } }],
    [wish({ kind: 'move', value: 'closing' }), { move: { to: 'closing' } }],
    [
      wish({ kind: 'move', value: 'closing', reason: ' They asked ' }),
      { move: { to: 'closing', reason: 'They asked' } },
    ],
  ])('%j', (given, expected) => {
    expect(changeOf(deals, given)).toEqual({ ...base, ...expected });
  });

  it.each([
    [wish({ value: '' }), true],
    [wish({ kind: 'tags-add', value: ' ' }), false],
    [wish({ kind: 'move', value: '' }), false],
    [wish({ kind: 'field' }), false],
    [wish({ kind: 'field', field: 'tier', value: '' }), true],
  ])('whole or not: %j', (given, expected) => {
    expect(isWhole(given)).toBe(expected);
  });
});
