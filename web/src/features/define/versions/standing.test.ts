import { describe, expect, it } from 'vitest';
import type { Standing, VersionLine } from '@/api';
import { type Action, actionsOf, waiting } from './standing';

const line = (standing: Standing, deals = 0): VersionLine => ({
  version: 3,
  standing,
  note: '',
  at: '2026-01-01T00:00:00Z',
  marks: [],
  open_deals: deals,
  changes: [],
});

describe('what can be done with a version', () => {
  it.each<[string, VersionLine, boolean, Action[]]>([
    ['proposed, by who leads', line('proposed'), true, ['look', 'decline', 'see', 'compare']],
    ['proposed, by others', line('proposed'), false, ['see', 'compare']],
    ['active, with deals', line('active', 4), true, ['see']],
    ['replaced, without deals', line('replaced'), true, ['back', 'see', 'compare']],
    ['replaced, with deals', line('replaced', 4), true, ['back', 'see', 'compare', 'move']],
    ['replaced, with deals, by others', line('replaced', 4), false, ['see', 'compare']],
    ['declined', line('declined'), true, ['see', 'compare']],
  ])('%s', (_, version, leads, actions) => {
    expect(actionsOf(version, leads)).toEqual(actions);
  });
});

it('counts the versions that wait to be looked over', () => {
  expect(waiting([line('proposed'), line('active'), line('proposed'), line('declined')])).toBe(2);
});
