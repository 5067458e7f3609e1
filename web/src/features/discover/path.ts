/** Points as the server sends them. */
export type Points = readonly (readonly number[])[];

type Point = readonly [number, number];

const at = (points: Points, i: number): Point => [points[i]?.[0] ?? 0, points[i]?.[1] ?? 0];

const halfway = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** A line through the points as an SVG path, its corners rounded. */
export function smooth(points: Points): string {
  if (points.length === 0) return '';
  const write = (p: Point) => `${p[0]},${p[1]}`;
  let path = `M${write(at(points, 0))}`;
  for (let i = 1; i < points.length - 1; i += 1) {
    const corner = at(points, i);
    const to = i === points.length - 2 ? at(points, i + 1) : halfway(corner, at(points, i + 1));
    path += `Q${write(corner)} ${write(to)}`;
  }
  return points.length === 2 ? `${path}L${write(at(points, 1))}` : path;
}

/** The point at this share, 0 to 1, of the way along. */
export function along(points: Points, share: number): Point {
  const lengths = points.slice(1).map((_, i) => {
    const [a, b] = [at(points, i), at(points, i + 1)];
    return Math.hypot(b[0] - a[0], b[1] - a[1]);
  });
  let left = lengths.reduce((sum, l) => sum + l, 0) * share;
  for (const [i, length] of lengths.entries()) {
    if (left <= length && length > 0) {
      const [a, b] = [at(points, i), at(points, i + 1)];
      return [a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length];
    }
    left -= length;
  }
  return at(points, 0);
}

/** Where a label may stand on its line, the best place first. */
const PLACES = [0.5, 0.62, 0.38, 0.72, 0.28, 0.8, 0.2];

/** Size of a label, with some air. */
const LABEL = { width: 64, height: 38 };

/** A place for the label of every line, such that no two labels lie over each other where that can be had. */
export function labelPlaces(lines: Points[]): Point[] {
  const taken: Point[] = [];
  const free = ([x, y]: Point) =>
    taken.every(([a, b]) => Math.abs(a - x) >= LABEL.width || Math.abs(b - y) >= LABEL.height);
  for (const line of lines) {
    const places = PLACES.map((share) => along(line, share));
    taken.push(places.find(free) ?? along(line, 0.5));
  }
  return taken;
}
