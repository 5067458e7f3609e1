import { describe, expect, it } from 'vitest';
import type { Selection } from '@/app/selection';
import { chips } from './FilterBar';

describe('chips of a selection', () => {
  it.each<[Selection, string[], Selection[]]>([
    [{}, [], []],
    [{ outcome: ['won', 'lost'] }, ['Won', 'Lost'], [{ outcome: ['lost'] }, { outcome: ['won'] }]],
    [{ field: ['close_reason:'] }, ['Close reason: (none)'], [{}]],
    [
      { moved_from: 'A', moved_to: 'B', moved_directly: true, text: 'x' },
      ['Moved from A to B', '“x”'],
      [{ text: 'x' }, { moved_from: 'A', moved_to: 'B', moved_directly: true }],
    ],
    [{ stage_variant: ['A', 'B'] }, ['One path of 2 steps'], [{}]],
    [{ closed_from: '2026-03-31T00:00:00Z' }, ['Closed from 31 Mar 2026'], [{}]],
  ])('%o', (selection, says, without) => {
    expect(chips(selection).map((c) => c.says)).toEqual(says);
    expect(chips(selection).map((c) => c.without)).toEqual(without);
  });
});
