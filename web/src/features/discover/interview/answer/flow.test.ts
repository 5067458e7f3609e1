import { expect, test } from 'vitest';
import type { InterviewScreen } from '@/api';
import { firstOpen, FORGOTTEN, isAnswered, replyOf, screensFor, toldCount } from './flow';

const screen = (id: string, only?: 'won' | 'lost'): InterviewScreen => ({
  id,
  asks: id,
  help: '',
  ...(only ? { only } : {}),
  questions: [{ id: `q.${id}`, text: '', short: id, kind: 'text', options: [], example: '' }],
});
const all = [screen('a'), screen('won', 'won'), screen('lost', 'lost'), screen('z')];

test('the questions suit the outcome', () => {
  expect(screensFor(all, { outcome: 'won' }).map((s) => s.id)).toEqual(['a', 'won', 'z']);
  expect(screensFor(all, { outcome: 'lost' }).map((s) => s.id)).toEqual(['a', 'lost', 'z']);
  expect(screensFor(all, { outcome: 'open' }).map((s) => s.id)).toEqual(['a', 'z']);
});

test('one goes on where one stopped', () => {
  const screens = screensFor(all, { outcome: 'won' });
  expect(firstOpen(screens, {})).toBe(0);
  expect(firstOpen(screens, { 'q.a': replyOf(['x']) })).toBe(1);
  expect(firstOpen(screens, { 'q.a': FORGOTTEN, 'q.won': replyOf(['x']), 'q.z': replyOf(['y']) })).toBe(0);
  expect(toldCount(screens, { 'q.a': FORGOTTEN, 'q.z': replyOf([' ']) })).toBe(1);
});

test('not remembering is an answer, nothing is none', () => {
  expect([FORGOTTEN, replyOf([]), replyOf(['']), replyOf(['x']), undefined].map(isAnswered)).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});
