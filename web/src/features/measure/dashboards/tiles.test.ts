import { describe, expect, it } from 'vitest';
import { listsOf } from '@/app/selection';
import { addressOf, askOf, inManual, moved } from './tiles';

describe('a tile', () => {
  it('keeps what the page of the metric asks, and asks the same again', () => {
    const ask = { field: ['owner:Ann'], by: ['team'], step: 'week', span: 'year', against: 'previous' } as const;
    const params = listsOf({ ...ask, field: [...ask.field], by: [...ask.by] });
    expect(params).toEqual({
      field: ['owner:Ann'],
      by: ['team'],
      step: ['week'],
      span: ['year'],
      against: ['previous'],
    });
    expect(askOf({ metric: 'win-rate', show: 'figure', params }, 'month')).toEqual(ask);
  });

  it('takes the time of its dashboard where it has none of its own', () => {
    expect(askOf({ metric: 'x', show: 'figure', params: {} }, 'quarter')).toEqual({ span: 'quarter' });
    expect(askOf({ metric: 'x', show: 'series', params: { from: ['2017-01-01'] } }, 'quarter')).toEqual({
      from: '2017-01-01',
      step: 'month',
    });
  });

  it('has nothing beside all time', () => {
    expect(askOf({ metric: 'x', show: 'figure', params: { against: ['previous'] } }, 'all')).toEqual({});
  });

  it('leads to the page that shows the same', () => {
    expect(addressOf({ span: 'year', by: ['team'] })).toEqual({ period: 'year', by: ['team'] });
    expect(addressOf({ from: '2017-01-01', to: '2017-02-01' })).toEqual({ from: '2017-01-01', to: '2017-01-31' });
  });
});

it('is a block of Markdown for the manual', () => {
  const text = inManual('win-rate', 'groups', { by: ['team'], field: ['product:GTX Pro'] });
  expect(text).toBe('```metric\nwin-rate?show=groups&by=team&field=product%3AGTX+Pro\n```\n');
});

it.each([
  [0, 3, 'bcad'],
  [3, 0, 'dabc'],
  [1, 2, 'abcd'],
  [0, 4, 'bcda'],
  [9, 0, 'abcd'],
])('moves the tile at %i before the one at %i', (from, to, after) => {
  expect(moved(['a', 'b', 'c', 'd'], from, to).join('')).toBe(after);
});
