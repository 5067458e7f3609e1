import { expect, it } from 'vitest';
import { foundIn } from './ContentsList';
import { type Mark, marked } from './marks';

const show = ({ text, from, to }: { text: string; from: number; to: number }) =>
  `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;

it.each<[string, number, number, Mark, string]>([
  ['a good day', 2, 6, 'bold', 'a **‹good›** day'],
  ['', 0, 0, 'italic', '*‹x›*'],
  ['see here', 4, 8, 'link', 'see [‹here›](https://)'],
  ['one\ntwo', 0, 7, 'list', '- ‹one\n- two›'],
  ['one\ntwo', 5, 5, 'heading', 'one\n## ‹t›wo'],
  ['', 0, 0, 'checklist', '- [ ] ‹x›'],
  ['a', 1, 1, 'table', 'a\n\nx\n\n‹›'],
])('%j from %d to %d as %s', (text, from, to, mark, result) => {
  expect(show(marked({ text, from, to }, mark, 'x'))).toBe(result);
});

it('finds pages by their titles', () => {
  const page = (title: string) => ({ id: title, title, number: '1P', kind: 'generated' as const });
  const section = (letter: string, ...titles: string[]) => ({
    letter,
    title: letter,
    intro: '',
    colour: '#000000',
    ink: '#ffffff',
    pages: titles.map(page),
  });
  const sections = [section('P', 'Prospecting', 'Closing'), section('R', 'GTX Pro')];
  expect(foundIn(sections, ' pro').flatMap((s) => s.pages.map((p) => p.title))).toEqual(['Prospecting', 'GTX Pro']);
  expect(foundIn(sections, 'clos').map((s) => s.letter)).toEqual(['P']);
  expect(foundIn(sections, '')).toBe(sections);
});
