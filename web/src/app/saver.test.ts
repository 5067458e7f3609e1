import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError, type Reply } from '@/api';
import { keptFor } from '@/features/discover/interview/answer/kept';
import { Saver, type SaveState } from './saver';

const reply = (text: string): Reply => ({ forgotten: false, said: [{ text, note: '' }] });

function storage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saver(send: (question: string, reply: Reply) => Promise<unknown>, store = storage()) {
  const told: SaveState['is'][] = [];
  const made = new Saver(send, (state) => told.push(state.is), keptFor('d', store));
  return { made, told, store };
}

test('of several answers to a question the last is sent once', async () => {
  const sent: string[] = [];
  const { made, told, store } = saver((_, r) => Promise.resolve(sent.push(r.said?.[0]?.text ?? '')));
  made.put('q', reply('a'), 500);
  made.put('q', reply('ab'), 500);
  expect(store.items.size).toBe(1);
  await vi.advanceTimersByTimeAsync(600);
  expect(sent).toEqual(['ab']);
  expect(told.at(-1)).toBe('saved');
  expect(store.items.size).toBe(0);
});

test('without a connection it waits, says so, and sends later', async () => {
  let up = false;
  const sent: string[] = [];
  const { made, told, store } = saver((q) => {
    if (!up) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(sent.push(q));
  });
  made.put('q', reply('a'), 0);
  await vi.advanceTimersByTimeAsync(1);
  expect(told.at(-1)).toBe('waiting');
  made.put('r', reply('b'), 0);
  up = true;
  await vi.advanceTimersByTimeAsync(2_100);
  expect(sent).toEqual(['q', 'r']);
  expect(told.at(-1)).toBe('saved');
  expect(store.items.size).toBe(0);
});

test('a page opened again sends what was left', async () => {
  const store = storage();
  saver(() => Promise.reject(new TypeError('Failed to fetch')), store).made.put('q', reply('a'), 60_000);
  const sent: string[] = [];
  const { made } = saver((q) => Promise.resolve(sent.push(q)), store);
  expect(made.empty).toBe(false);
  await made.flush();
  expect(sent).toEqual(['q']);
});

test('what the server refuses is said and not sent again', async () => {
  const problem = { type: '', title: '', status: 422, detail: 'Write an amount.', errors: [], findings: [] };
  const { made, told } = saver(() => Promise.reject(new ProblemError(problem)));
  made.put('q', reply('dear'), 0);
  await vi.advanceTimersByTimeAsync(1);
  expect(told.at(-1)).toBe('refused');
  expect(made.empty).toBe(true);
});

test('where somebody else was faster it waits until it is dropped or sent again', async () => {
  const type = 'urn:stagecraft:problem:stale';
  const stale = { type, title: '', status: 412, detail: 'Mona was faster.', errors: [], findings: [] };
  let seen = false;
  const sent: string[] = [];
  const { made, told, store } = saver((q) =>
    seen ? Promise.resolve(sent.push(q)) : Promise.reject(new ProblemError(stale)),
  );
  made.put('q', reply('a'), 0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.at(-1)).toBe('stale');
  expect([made.empty, store.items.size]).toEqual([false, 1]);
  seen = true;
  await made.flush();
  expect([sent, told.at(-1), store.items.size]).toEqual([['q'], 'saved', 0]);
  seen = false;
  made.put('q', reply('b'), 0);
  await vi.advanceTimersByTimeAsync(1);
  made.drop('q');
  expect([made.empty, told.at(-1), store.items.size]).toEqual([true, 'saved', 0]);
});
