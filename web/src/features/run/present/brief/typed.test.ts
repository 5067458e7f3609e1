import { expect, it } from 'vitest';
import type { Brief } from '@/api';
import { choicesOf, typedOf, wrongPart, NOTHING } from './typed';

const brief: Brief = {
  company: 'Ours',
  prospect: 'Mill',
  deal: 'Mill',
  worth: '',
  stage: 'Show',
  use_cases: ['Less scrap'],
  pains: ['A fifth is thrown away', 'Audits'],
  ours: [{ name: 'Ed', part: 'engineer' }],
  theirs: [{ name: 'Eva Kern', part: '' }],
  objections: [
    { id: 'dear', says: 'Too dear', because: '', answer_id: 'gain', answer: 'It saves more', proof: '', known: '' },
    { id: '', says: 'Lawyers', because: '', answer_id: '', answer: '', proof: '', known: '' },
  ],
  proof: [{ id: 'mill', name: 'A mill', kind: 'case study', known: '' }],
  competitors: [],
  answers: [],
  agenda: [{ what: 'All of it', minutes: 30, from: '10:00' }],
  note: '',
};

it('what is shown can be changed and sent back', () => {
  const typed = typedOf(brief, { ...NOTHING, objections: [{ id: 'dear', says: '', answer: 'gain' }] });
  expect(choicesOf({ ...typed, ours: `${typed.ours}\n Xi, executive, tall \n\n` })).toEqual({
    meeting: null,
    persona: '',
    use_cases: ['Less scrap'],
    pains: ['A fifth is thrown away', 'Audits'],
    ours: [
      { name: 'Ed', part: 'engineer' },
      { name: 'Xi', part: 'executive, tall' },
    ],
    theirs: [{ name: 'Eva Kern', part: '' }],
    objections: [
      { id: 'dear', says: '', answer: 'gain' },
      { id: '', says: 'Lawyers', answer: '' },
    ],
    proof: ['mill'],
    agenda: [{ what: 'All of it', minutes: 30, from: '' }],
    note: '',
  });
});

it.each([
  ['10 Who is here\n5 min Next', undefined],
  ['10 Who is here\nNext', 'Next'],
  ['', undefined],
])('an agenda of lines: %s', (agenda, wrong) => {
  expect(wrongPart(agenda)).toBe(wrong);
});
