import { describe, expect, it } from 'vitest';
import { AMOUNTS, amountKind, amountOf, fresh, idOf, kindOf, KINDS, momentKind, momentOf, MOMENTS } from './draft';

describe('a draft', () => {
  it.each(KINDS)('of the kind %s knows its kind', (kind) => {
    expect(kindOf(fresh(kind))).toBe(kind);
  });

  it.each(MOMENTS)('has the moment %s', (kind) => {
    expect(momentKind(momentOf(kind, 'won'))).toBe(kind);
  });

  it.each(AMOUNTS)('has the amount %s', (kind) => {
    expect(amountKind(amountOf(kind))).toBe(kind);
  });

  it('keeps the stage and the act when a moment is chosen otherwise', () => {
    expect(momentOf('left', { entered: 'Closing' })).toEqual({ left: 'Closing' });
    expect(momentOf('last', { first: { kind: 'call' } })).toEqual({ last: { kind: 'call' } });
  });

  it('leaves formulas alone that it does not know', () => {
    expect(kindOf({ velocity: {} })).toBeUndefined();
  });

  it.each([
    ['Calls per won deal', 'calls-per-won-deal'],
    ['  Größe & Zahl! ', 'gro-e-zahl'],
    ['日本', 'metric-'],
    [' ', ''],
  ])('makes an id of %s', (name, id) => {
    expect(idOf(name)).toMatch(id === 'metric-' ? /^metric-[a-z0-9]+$/ : new RegExp(`^${id}$`));
  });
});
