import { describe, expect, it } from 'vitest';
import type { Process, Stage } from '@/api';
import { choicesOf, namedChoices, readChoices, sameChoices } from './lines';
import { exitPath, NO_CHOICES, stagePath, targetPath, taskPath } from './proposal';

const stage = (id: string): Stage => ({
  id,
  name: id,
  target_days: 7,
  tasks: [
    { id: 'call', name: 'Call' },
    { id: 'mail', name: 'Mail' },
  ],
  exit: [{ id: 'answered', says: 'Answered', event: { kind: 'call', by: 'prospect' } }],
});

const process = (...stages: string[]): Process => ({ schema: 1, id: 'p', name: 'P', stages: stages.map(stage) });

const CHOSEN = {
  dropped: new Set([taskPath(0, 1), stagePath(1)]),
  words: { [exitPath(0, 0)]: 'They answered' },
  targets: { [targetPath(0)]: 14 },
};

const NAMED = {
  dropped: ['a.tasks.mail', 'b'],
  words: { 'a.exit.answered': 'They answered' },
  targets: { 'a.target': 14 },
};

describe('choices of a proposal', () => {
  it('name their lines by ids and find them again', () => {
    expect(namedChoices(process('a', 'b'), CHOSEN)).toEqual(NAMED);
    expect(choicesOf(process('a', 'b'), NAMED)).toEqual(CHOSEN);
  });

  it('follow their lines to other places, and go with lines that are gone', () => {
    const found = choicesOf(process('new', 'a'), NAMED);
    expect([...found.dropped]).toEqual([taskPath(1, 1)]);
    expect(found.words).toEqual({ [exitPath(1, 0)]: 'They answered' });
    expect(found.targets).toEqual({ [targetPath(1)]: 14 });
    expect(choicesOf(process('new'), NAMED)).toBe(NO_CHOICES);
  });

  it('are the same in any order of their lines', () => {
    expect(sameChoices(NAMED, { ...NAMED, dropped: ['b', 'a.tasks.mail'] })).toBe(true);
    expect(sameChoices(NAMED, { ...NAMED, targets: { 'a.target': 15 } })).toBe(false);
  });

  it.each([null, 7, {}, [], { dropped: {} }])('are none where a browser kept %j', (stored) => {
    expect(readChoices(stored)).toBeNull();
  });

  it('are read from a browser without what does not belong there', () => {
    expect(readChoices(NAMED)).toEqual(NAMED);
    expect(readChoices({ dropped: ['a', 1], words: { a: 1, b: 'x' }, targets: 'x' })).toEqual({
      dropped: ['a'],
      words: { b: 'x' },
      targets: {},
    });
  });
});
