import { describe, expect, it } from 'vitest';
import { hrefOf, ownItems } from './items';

const names = (text: string) => ownItems(text).map((i) => i.name.map((p) => p.text).join(''));

describe('what needs no server', () => {
  it.each([
    ['meas', ['Measure']],
    ['settings disc', ['Settings: limits of discount']],
    ['DARK', ['Dark theme']],
    ['', []],
    ['zzz', []],
    ['(', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

it('an account leads to its page whatever its name', () => {
  expect(hrefOf({ kind: 'account', id: 'A & B/C?', name: [], beside: '' })).toBe(
    '/accounts/one?name=A%20%26%20B%2FC%3F',
  );
});
