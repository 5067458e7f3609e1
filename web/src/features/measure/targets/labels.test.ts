import { expect, it } from 'vitest';
import { haveRoom, spread } from './labels';

it('leaves places that are far enough apart where they are', () => {
  expect(spread([10, 40, 80], 16, 200)).toEqual([10, 40, 80]);
  expect(spread([], 16, 200)).toEqual([]);
});

it('moves those that are too near as far up as down, in their order', () => {
  expect(spread([100, 100], 16, 200)).toEqual([92, 108]);
  expect(spread([104, 100, 102], 16, 200)).toEqual([118, 86, 102]);
  expect(spread([100, 104, 30], 16, 200)).toEqual([94, 110, 30]);
});

it('stays within the chart', () => {
  expect(spread([0, 2, 4], 16, 200)).toEqual([0, 16, 32]);
  expect(spread([199, 200], 16, 200)).toEqual([184, 200]);
});

it('keeps any three places apart and within', () => {
  for (let a = 0; a <= 200; a += 13)
    for (let b = 0; b <= 200; b += 17)
      for (let c = 0; c <= 200; c += 19) {
        const places = spread([a, b, c], 16, 200).sort((one, other) => one - other);
        expect(
          places.every((place, i) => place >= 0 && place <= 200 && (i === 0 || place - places[i - 1]! >= 15.999)),
        ).toBe(true);
      }
});

it('writes names in the chart only where all of them have room', () => {
  const label = 'Win rate, high: at least 30 %';
  const far = [
    { label, y: 20 },
    { label, y: 60 },
  ];
  expect(haveRoom(far, 900)).toBe(true);
  expect(haveRoom(far, 300)).toBe(false);
  expect(haveRoom([...far, { label, y: 65 }], 900)).toBe(false);
});
