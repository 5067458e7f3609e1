import { expect, it } from 'vitest';
import type { DealEvent } from '@/api';
import { isLink, notesOf } from './research';

it.each([
  ['https://x.example/a?b=1', true],
  ['http://x.example', true],
  ['javascript:alert(1)', false],
  ['https://x y', false],
  ['x.example', false],
])('%s is a link: %s', (text, yes) => {
  expect(isLink(text)).toBe(yes);
});

it('shows notes, the latest first, and follows no link that runs', () => {
  const event = (id: string, kind: string, attributes: Record<string, string>): DealEvent => ({
    id,
    deal: 'd',
    at: `2026-01-0${id}T00:00:00Z`,
    kind,
    activity: kind,
    side: 'rep',
    attributes,
  });
  const notes = notesOf([
    event('1', 'note', { note: 'a', link: 'https://x.example' }),
    event('2', 'call', {}),
    event('3', 'note', { note: 'b', link: 'javascript:alert(1)' }),
  ]);
  expect(notes.map(({ id, text, link }) => [id, text, link])).toEqual([
    ['3', 'b', null],
    ['1', 'a', 'https://x.example'],
  ]);
});
