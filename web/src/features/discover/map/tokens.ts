import type { MapView, Outcome, Replay } from '@/api';

export type Place = readonly [number, number];

/** A deal at a moment: where it is, and how it ended. */
export interface Token {
  x: number;
  y: number;
  outcome: Outcome;
}

/** Points along a line at equal shares of its length, from its beginning to its end. */
export type Line = readonly Place[];

/** The lines of a map by the places of their boxes: `from-to`. */
export type Lines = ReadonlyMap<string, Line>;

/** How long a deal stays to be seen after its last step, as a share of the whole time. */
const LINGER = 0.01;

/** Where a line is at a share, 0 to 1, of its length. */
export function on(line: Line, share: number): Place {
  const at = Math.min(1, Math.max(0, share)) * (line.length - 1);
  const [a, b] = [line[Math.floor(at)], line[Math.ceil(at)]];
  if (!a || !b) return [0, 0];
  const part = at - Math.floor(at);
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
}

/** Places of the replay's activities among the boxes of the map; −1 for those that are not on it. */
export function boxesOf(map: MapView, replay: Replay): number[] {
  return replay.activities.map((name) => map.nodes.findIndex((n) => n.activity === name));
}

/**
 * Every deal under way `at` seconds from the beginning. It goes along its line from the moment of one step to that of
 * the next; where the line is not drawn it waits at its box. A closed deal is gone soon after its last step.
 */
export function tokensAt(replay: Replay, map: MapView, boxes: readonly number[], lines: Lines, at: number): Token[] {
  const tokens: Token[] = [];
  for (const { steps, outcome } of replay.deals) {
    const [first, last] = [steps[0], steps[steps.length - 1]];
    if (!first || !last || at < (first[1] ?? 0)) continue;
    if (outcome !== 'open' && at > (last[1] ?? 0) + replay.seconds * LINGER) continue;
    const i = before(steps, at);
    const [here, next] = [steps[i], steps[i + 1]];
    const box = boxes[here?.[0] ?? -1] ?? -1;
    const node = map.nodes[box];
    if (!here || !node) continue;
    const line = next && lines.get(`${box}-${boxes[next[0] ?? -1] ?? -1}`);
    if (next && line) {
      const [from = 0, to = 0] = [here[1], next[1]];
      const [x, y] = on(line, to > from ? (at - from) / (to - from) : 1);
      tokens.push({ x, y, outcome });
    } else {
      tokens.push({ x: node.x, y: node.y, outcome });
    }
  }
  return tokens;
}

/** Place of the last step at or before a moment. */
function before(steps: readonly (readonly number[])[], at: number): number {
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((steps[middle]?.[1] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
