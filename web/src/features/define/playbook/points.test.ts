import { describe, expect, it } from 'vitest';
import { mostPoints, points, total, usesOf } from './points';
import { process } from './sampleProcess';

const scheme = process.schemes![0]!;
const [budget, need] = scheme.questions!;

describe('points', () => {
  it.each([
    ['yes', 2],
    [' YES ', 2],
    ['Not yet', 1],
    ['not_yet', 1],
    ['no', 0],
    ['perhaps', 1],
    ['', 0],
    ['  ', 0],
  ])('of the answer %j are %d', (answer, given) => {
    expect(points(budget!, answer)).toBe(given);
  });

  it('of an answer that is not named are the question’s own', () => {
    expect(points({ ...budget!, points: 0.5 }, 'perhaps')).toBe(0.5);
    expect(points(need!, 'it hurts')).toBe(1);
  });

  it.each([
    [budget!, 2],
    [need!, 1],
    [{ ...need!, points: 4 }, 4],
    [{ ...budget!, points: 3 }, 3],
  ])('are at most what an answer can give', (question, most) => {
    expect(mostPoints(question)).toBe(most);
  });

  it('are summed over the questions of the scheme alone', () => {
    expect(total(scheme, { budget: 'yes', need: 'it hurts', other: 'yes' })).toBe(3);
  });

  it('are asked for by criteria, nested ones too', () => {
    expect(usesOf(process, 'bant').map((u) => [u.place, u.says, u.required])).toEqual([
      [0, 'Worth the work', true],
      [0, 'Worth it, or met', true],
      [1, 'Not hopeless', false],
    ]);
  });
});
