import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { bareDeal } from '@/test/deal';
import { useChosen } from './useChosen';

const rows = Array.from('abcdef', (id) => ({ ...bareDeal(1).deal, id }));

it('chooses rows one by one and in ranges, either way', () => {
  const { result } = renderHook(() => useChosen(rows));
  const ids = () => [...result.current.deals.keys()].sort().join('');
  act(() => result.current.toggle(1, false));
  act(() => result.current.toggle(3, true));
  expect(ids()).toBe('bcd');
  act(() => result.current.toggle(2, false));
  expect(ids()).toBe('bd');
  act(() => result.current.toggle(0, true));
  expect(ids()).toBe('abcd');
  act(() => result.current.set(rows));
  expect(ids()).toBe('abcdef');
  act(() => result.current.set([]));
  act(() => result.current.toggle(2, true));
  expect(ids()).toBe('c');
});
