import { describe, expect, it } from 'vitest';
import { stagesOf } from '../edit';
import { dayOf, expectedAt, idFor, isPastReview, linesOf, raisedBy } from './edit';
import { process } from './sampleProcess';

describe('the playbook', () => {
  it.each([
    ['That is more than we have planned for.', [], 'that-is-more-than'],
    ['Story', [{ id: 'story' }], 'story-2'],
    ['お客様の声', [{ id: 'content' }], 'content-2'],
  ])('gives “%s” beside %j the id %s', (name, others, id) => {
    expect(idFor(name, others, 'content')).toBe(id);
  });

  it('says at which stages an objection is expected, and leaves the others as they are', () => {
    const stages = stagesOf(expectedAt(process, 'too-expensive', ['presenting']));
    expect(stages.map((s) => s.objections)).toEqual([[], ['too-expensive'], undefined, undefined]);
    expect(stages[2]).toBe(process.stages?.[2]);
  });

  it('says who raises an objection', () => {
    const personas = raisedBy(process, 'too-expensive', ['head', 'it']).personas ?? [];
    expect(personas.map((p) => p.objections)).toEqual([['too-expensive'], ['too-expensive']]);
  });

  it.each([
    ['2027-01-30', true],
    ['2027-01-31', false],
    ['2027-02-01', false],
    ['', false],
    ['soon', false],
  ])('content to be looked over by %s is past that: %s', (review_by, past) => {
    expect(isPastReview({ id: 'a', name: 'A', kind: 'deck', review_by }, '2027-01-31')).toBe(past);
  });

  it('reads lines and days', () => {
    expect(linesOf(' one\n\n two ')).toEqual(['one', 'two']);
    expect(dayOf(new Date(2027, 0, 5, 23, 59))).toBe('2027-01-05');
  });
});
