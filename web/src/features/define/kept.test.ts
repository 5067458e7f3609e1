import { describe, expect, it } from 'vitest';
import type { Process, Stage } from '@/api';
import { keptChoices } from './kept';
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

function memory() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
  };
}

const CHOSEN = {
  dropped: new Set([taskPath(0, 1), stagePath(1)]),
  words: { [exitPath(0, 0)]: 'They answered' },
  targets: { [targetPath(0)]: 14 },
};

describe('choices of a proposal', () => {
  it('are there again after the page was left', () => {
    const storage = memory();
    keptChoices('olga', storage).write(process('a', 'b'), CHOSEN);
    expect(keptChoices('olga', storage).read(process('a', 'b'))).toEqual(CHOSEN);
    expect(keptChoices('otto', storage).read(process('a', 'b'))).toBe(NO_CHOICES);
  });

  it('follow their lines to other places, and go with lines that are gone', () => {
    const storage = memory();
    keptChoices('olga', storage).write(process('a', 'b'), CHOSEN);
    const found = keptChoices('olga', storage).read(process('new', 'a'));
    expect([...found.dropped]).toEqual([taskPath(1, 1)]);
    expect(found.words).toEqual({ [exitPath(1, 0)]: 'They answered' });
    expect(found.targets).toEqual({ [targetPath(1)]: 14 });
  });

  it.each(['', 'null', '7', '{', '{"dropped":{},"words":[1],"targets":"x"}'])('are none of %j', (text) => {
    const storage = memory();
    storage.held.set('stagecraft.proposal.olga', text);
    expect(keptChoices('olga', storage).read(process('a'))).toBe(NO_CHOICES);
  });

  it('are gone after saving, and a browser that keeps nothing is no trouble', () => {
    const storage = memory();
    keptChoices('olga', storage).write(process('a', 'b'), CHOSEN);
    keptChoices('olga', storage).forget();
    expect(storage.held.size).toBe(0);
    const closed = () => {
      throw new Error('closed');
    };
    const none = keptChoices('olga', { getItem: closed, setItem: closed, removeItem: closed });
    none.write(process('a'), CHOSEN);
    none.forget();
    expect(none.read(process('a'))).toBe(NO_CHOICES);
  });
});
