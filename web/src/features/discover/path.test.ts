import { describe, expect, it } from 'vitest';
import { along, labelPlaces, type Points, smooth } from './path';

describe('the line of a move', () => {
  it.each<[string, Points, string, readonly [number, number]]>([
    [
      'two points',
      [
        [0, 0],
        [10, 0],
      ],
      'M0,0L10,0',
      [5, 0],
    ],
    [
      'one corner',
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      'M0,0Q10,0 10,10',
      [10, 0],
    ],
    [
      'two corners',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [8, 4],
      ],
      'M0,0Q4,0 4,2Q4,4 8,4',
      [4, 2],
    ],
    ['no points', [], '', [0, 0]],
  ])('%s', (_, points, path, half) => {
    expect(smooth(points)).toBe(path);
    expect(along(points, 0.5)).toEqual(half);
  });
});

describe('labels', () => {
  it('that would lie over each other move along their lines', () => {
    const fan: Points[] = [
      [
        [0, 0],
        [100, 0],
        [200, 60],
      ],
      [
        [0, 0],
        [100, 0],
        [200, -60],
      ],
    ];
    const [first, second] = labelPlaces(fan);
    expect(first).toEqual(along(fan[0]!, 0.5));
    expect(second).not.toEqual(along(fan[1]!, 0.5));
    expect(Math.abs(first![1] - second![1]) >= 38 || Math.abs(first![0] - second![0]) >= 64).toBe(true);
  });
});
