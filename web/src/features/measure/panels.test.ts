import { describe, expect, it } from 'vitest';
import { panels, stepBand, stepPath } from './panels';

describe('panels', () => {
  it.each([
    [1, 900, 900, 1],
    [4, 900, 300, 2],
    [4, 650, 325, 2],
    [4, 340, 340, 4],
  ])('%d charts on %d px are %d px wide in %d rows', (n, width, each, rows) => {
    const layout = panels(n, width, 200);
    expect(layout.each.width).toBe(each);
    expect(layout.height).toBe(rows * 200);
  });

  it('fills row after row', () => {
    expect(panels(4, 900, 200).at(3)).toEqual({ x: 0, y: 200 });
    expect(panels(4, 900, 200).at(2)).toEqual({ x: 600, y: 0 });
  });
});

describe('steps', () => {
  const points = [
    { x: 0, y: 0, low: 2, high: 0 },
    { x: 10, y: 5, low: 7, high: 3 },
  ];

  it('hold until the next', () => {
    expect(stepPath(points, 20)).toBe('M0,0H10V5H20');
    expect(stepPath([], 20)).toBe('');
  });

  it('have a band that closes along the lower line', () => {
    expect(stepBand(points, 20)).toBe('M0,0H10V3H20V7H10V2H0Z');
  });
});
