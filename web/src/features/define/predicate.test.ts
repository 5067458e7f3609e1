import { describe, expect, it } from 'vitest';
import type { Criterion, Predicate } from '@/api';
import { beginning, kindOf, TEST_KINDS, testOf, turned, withTest } from './predicate';

const call: Predicate = { event: { kind: 'call', by: 'prospect' } };
const demo: Predicate = { event: { kind: 'demo' } };

describe('predicates', () => {
  it.each(TEST_KINDS)('of the kind %s begin as such', (kind) => {
    expect(kindOf(beginning(kind))).toBe(kind);
    expect(testOf(withTest({ id: 'a', says: 'A', ...call }, beginning(kind)))).toEqual(beginning(kind));
  });

  it.each<[Predicate, (typeof TEST_KINDS)[number], Predicate]>([
    [call, 'all', { all: [call] }],
    [{ all: [call, demo] }, 'any', { any: [call, demo] }],
    [{ any: [call] }, 'event', call],
    [{ any: [call, demo] }, 'event', beginning('event')],
    [call, 'not', { not: call }],
    [{ not: call }, 'event', call],
    [call, 'field', beginning('field')],
  ])('%j turned to %s', (test, kind, result) => {
    expect(turned(test, kind)).toEqual(result);
  });

  it('leave the sentence alone when they change', () => {
    const criterion: Criterion = { id: 'talked', says: 'We talked', required: false, evidence: '9 of 10', ...call };
    expect(withTest(criterion, demo)).toEqual({
      id: 'talked',
      says: 'We talked',
      required: false,
      evidence: '9 of 10',
      ...demo,
    });
  });
});
