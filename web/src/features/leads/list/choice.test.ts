import { describe, expect, it } from 'vitest';
import { changed, choiceOf, isNarrow } from './choice';

describe('which leads', () => {
  it('is read from an address, and nothing else of it', () => {
    const params = { state: 'dropped', owner: 'Ann', unassigned: 'no', text: '', page: '7', source: ['a', 'b'] };
    expect(choiceOf(params)).toEqual({ state: 'dropped', owner: 'Ann' });
    expect(choiceOf({ state: 'whatever', unassigned: 'true' })).toEqual({ unassigned: true });
  });

  it('forgets what is taken away', () => {
    const choice = choiceOf({ owner: 'Ann', source: 'Fair' });
    expect(changed(choice, { owner: undefined, unassigned: true })).toEqual({ source: 'Fair', unassigned: true });
    expect(changed(choice, { state: 'open' })).toEqual(choice);
  });

  it('is narrow where more than a state is asked for', () => {
    expect([{}, { state: 'taken' as const }, { source: 'Fair' }].map(isNarrow)).toEqual([false, false, true]);
  });
});
