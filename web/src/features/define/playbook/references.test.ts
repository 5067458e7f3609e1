import { describe, expect, it } from 'vitest';
import { stagesOf } from '../edit';
import { type List, references, removed } from './references';
import { process } from './sampleProcess';

const of = (list: List, id: string) =>
  references(process, list, id).map((r) => [r.from, r.name, ...(r.then ? [r.then] : [])].join(' '));

describe('references', () => {
  it.each([
    [
      'personas',
      'it',
      ['persona Head of department', 'journey The way everybody', 'content First e-mail', 'content Facts everybody'],
    ],
    ['objections', 'too-expensive', ['persona Head of department', 'stage Connecting']],
    ['library', 'story', ['objection Too expensive.', 'need Why now?', 'need A story']],
    ['library', 'first-email', ['task Write to them']],
    ['library', 'facts', []],
    ['schemes', 'bant', ['criterion Worth the work gone', 'criterion Worth it, or met', 'criterion Not hopeless gone']],
    ['journeys', 'way', []],
  ] satisfies [List, string, string[]][])('%s %s is named by %j', (list, id, found) => {
    expect(of(list, id)).toEqual(found);
  });

  it.each([
    ['personas', 'it'],
    ['objections', 'too-expensive'],
    ['library', 'story'],
    ['library', 'first-email'],
    ['schemes', 'bant'],
    ['journeys', 'way'],
  ] satisfies [List, string][])('of %s %s none is left once it is removed', (list, id) => {
    const left = removed(process, list, id);
    expect(left[list]?.map((thing) => thing.id)).not.toContain(id);
    expect(references(left, list, id)).toEqual([]);
  });

  it('keep what else stands beside them', () => {
    expect(removed(process, 'personas', 'it').personas).toEqual([
      { id: 'head', name: 'Head of department', objections: ['too-expensive'], decides_with: ['the board'] },
    ]);
    const exits = stagesOf(removed(process, 'schemes', 'bant')).map((s) => s.exit ?? []);
    expect(exits[0]).toEqual([{ id: 'either', says: 'Worth it, or met', any: [{ event: { kind: 'call' } }] }]);
    expect(exits[1]).toEqual([]);
  });

  it('of a commitment go with it only where nothing else is left to see', () => {
    const commitments = [
      { id: 'a', says: 'Answers all', answer: { scheme: 'bant' } },
      {
        id: 'b',
        says: 'Answers and calls',
        due_days: 3,
        all: [{ answer: { scheme: 'bant' } }, { event: { kind: 'call' } }],
      },
      { id: 'c', says: 'Calls', event: { kind: 'call' } },
    ];
    const left = removed({ ...process, stages: [{ id: 's', name: 'S', commitments }] }, 'schemes', 'bant');
    expect(stagesOf(left)[0]?.commitments).toEqual([
      { id: 'b', says: 'Answers and calls', due_days: 3, all: [{ event: { kind: 'call' } }] },
      commitments[2],
    ]);
  });
});
