import { expect, it } from 'vitest';
import type { AssignmentRules } from '@/api';
import { draftsOf, rulesOf, up, withRule } from './draft';

it('sends what was loaded', () => {
  const rules: AssignmentRules = {
    rules: [
      {
        id: 'a',
        name: 'DACH',
        when: [
          { field: 'country', is: ['DE', 'AT'] },
          { field: 'source', is: [''] },
        ],
        sharing: 'least-load',
        reps: [
          { name: 'Ann', weight: 2 },
          { name: 'Ben', weight: 1, away_until: '2026-03-01' },
        ],
      },
    ],
  };
  expect(rulesOf(draftsOf(rules))).toEqual(rules);
});

it('begins with a rule for all, then puts others before it', () => {
  const first = withRule([], ['Ann']);
  expect(first[0]).toMatchObject({ when: [], reps: [{ name: 'Ann', weight: 1 }] });
  expect(withRule(first, []).map((rule) => rule.when.length)).toEqual([1, 0]);
});

it('moves one up', () => {
  expect(up(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
  expect(up(['a'], 0)).toEqual(['a']);
});
