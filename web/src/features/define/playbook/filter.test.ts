import { describe, expect, it } from 'vitest';
import { chosen, different, type LibraryFilter } from './filter';
import { process } from './sampleProcess';
import { inWords, kindName, kindsOf } from './words';

describe('the library', () => {
  const library = (process.library ?? []).map((c, i) => (i === 0 ? { ...c, language: 'de' } : c));
  it.each([
    [{}, ['first-email', 'story', 'facts']],
    [{ stage: 'presenting' }, ['story']],
    [{ persona: 'head' }, ['first-email', 'story']],
    [{ persona: 'it', kind: 'sheet' }, ['facts']],
    [{ language: 'de' }, ['first-email']],
    [{ stage: 'growing' }, []],
  ] satisfies [LibraryFilter, string[]][])('narrowed to %j shows %j', (filter, ids) => {
    expect(chosen(library, filter).map((c) => c.id)).toEqual(ids);
  });

  it('is narrowed by use, where that is known', () => {
    const usage = ({ id }: { id: string }) => (id === 'story' ? 'lately' : id === 'facts' ? 'never' : null);
    const ids = (use: string) => chosen(library, { use }, usage).map((c) => c.id);
    expect([ids('lately'), ids('never'), ids('long')]).toEqual([['story'], ['facts'], []]);
  });

  it('offers each value once', () => {
    expect(different(['de', undefined, 'en', '', 'de'])).toEqual(['de', 'en']);
  });
});

describe('kinds', () => {
  it('known ones come first, then the team’s own', () => {
    const of = (kind: string) => ({ id: kind, kind, says: '' });
    expect(kindsOf([of('security'), of('timing'), of('cost'), of('security')])).toEqual(['cost', 'timing', 'security']);
  });

  it.each([
    ['contract', 'Contract terms'],
    ['data-protection', 'Data protection'],
    ['', ''],
  ])('%j is called %j', (kind, name) => {
    expect(kindName(kind)).toBe(name);
  });

  it('stand in words', () => expect(inWords('case-study')).toBe('case study'));
});
