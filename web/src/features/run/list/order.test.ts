import { describe, expect, it } from 'vitest';
import { isDescending, pressed, shifted, sortedBy } from './order';

describe('the order of a list', () => {
  it.each([
    ['value', true],
    ['-value', false],
    ['name', false],
    ['-name', true],
    ['latest', true],
  ])('%s: descending %s', (sort, expected) => {
    expect(isDescending(sort)).toBe(expected);
  });

  it('turns round at the second press', () => {
    expect(pressed('latest', 'name')).toBe('name');
    expect(pressed('name', 'name')).toBe('-name');
    expect(pressed('-name', 'name')).toBe('name');
    expect(sortedBy('-name')).toBe('name');
  });

  it.each([
    [0, 1, 'bac'],
    [2, -1, 'acb'],
    [0, -1, 'abc'],
    [2, 1, 'abc'],
    [0, 2, 'bca'],
  ])('moves a column from %i by %i', (from, by, expected) => {
    expect(shifted(['a', 'b', 'c'], from, by).join('')).toBe(expected);
  });
});
