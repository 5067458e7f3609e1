import { describe, expect, it } from 'vitest';
import { also, byField, readParams, type Selection, selectionOf, writeParams } from './selection';

describe('a selection in the address', () => {
  it.each<[string, string, Selection]>([
    ['nothing', '', {}],
    ['one value', '?field=owner%3AAnna', { field: ['owner:Anna'] }],
    ['two values of one name', '?field=owner%3AAnna&field=owner%3ABen', { field: ['owner:Anna', 'owner:Ben'] }],
    ['a value with a colon', '?field=note%3Aa%3Ab', { field: ['note:a:b'] }],
    ['none of a field', '?field=sector%3A', { field: ['sector:'] }],
    ['an outcome', '?outcome=won', { outcome: ['won'] }],
    ['a number stays text', '?text=007', { text: '007' }],
    ['a path of stages', '?stage_variant=A&stage_variant=B', { stage_variant: ['A', 'B'] }],
    [
      'a direct move',
      '?moved_from=A&moved_to=B&moved_directly=true',
      { moved_from: 'A', moved_to: 'B', moved_directly: true },
    ],
    ['a move', '?moved_from=A+b&moved_to=C%26d', { moved_from: 'A b', moved_to: 'C&d' }],
  ])('%s is read, and written as it was', (_, address, selection) => {
    expect(selectionOf(readParams(address))).toEqual(selection);
    expect(writeParams({ ...selection })).toBe(address);
  });

  it('leaves out what it does not know', () => {
    expect(selectionOf(readParams('?outcome=maybe&other=1&outcome=lost'))).toEqual({ outcome: ['lost'] });
  });
});

describe('two selections at once', () => {
  it.each<[string, Selection, Selection, Selection]>([
    ['fields are joined', byField('owner', 'A'), byField('team', 'T'), { field: ['owner:A', 'team:T'] }],
    ['the later value of one field holds', byField('owner', 'A'), byField('owner', 'B'), { field: ['owner:B'] }],
    ['outcomes are replaced', { outcome: ['open'] }, { outcome: ['won'] }, { outcome: ['won'] }],
  ])('%s', (_, base, more, both) => {
    expect(also(base, more)).toEqual(both);
  });
});
