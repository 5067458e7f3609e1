import { describe, expect, it } from 'vitest';
import type { ViewLine } from '@/api';
import { readParams, selectionOf, writeParams } from '@/app/selection';
import { addressOf, isAsKept } from './view';

const view: ViewLine = {
  id: 'v1',
  version: 1,
  owner: 'u1',
  owner_name: 'Anna',
  may_change: true,
  name: 'Big ones',
  page: 'list',
  filters: { field: ['owner:Anna', 'tags:a&b=c'], outcome: ['open'], text: ['acme'] },
  columns: ['name', 'value'],
  sort: '-value',
};

describe('a view', () => {
  it('comes back from its address as it was kept', () => {
    const params = readParams(writeParams(addressOf(view)));
    const shown = { selection: selectionOf(params), sort: '-value', columns: ['name', 'value'] };
    expect(params.view).toBe('v1');
    expect(isAsKept(view, shown)).toBe(true);
  });

  it.each([
    ['another order', { sort: 'value' }],
    ['another column', { columns: ['value', 'name'] }],
    ['one condition less', { selection: { outcome: ['open' as const], text: 'acme' } }],
  ])('is not as it was kept with %s', (_, change) => {
    const selection = selectionOf(view.filters ?? {});
    expect(isAsKept(view, { selection, sort: '-value', columns: ['name', 'value'], ...change })).toBe(false);
  });

  it('leaves out what no page knows', () => {
    expect(addressOf({ ...view, filters: { nonsense: ['x'], outcome: ['open', 'odd'] } })).toEqual({
      outcome: ['open'],
      columns: ['name', 'value'],
      sort: '-value',
      view: 'v1',
    });
  });
});
