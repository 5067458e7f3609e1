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

/** The point half of the way along. */
export function middle(points: Points): Point {
  const lengths = points.slice(1).map((_, i) => {
    const [a, b] = [at(points, i), at(points, i + 1)];
    return Math.hypot(b[0] - a[0], b[1] - a[1]);
  });
  let left = lengths.reduce((sum, l) => sum + l, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    if (left <= length && length > 0) {
      const [a, b] = [at(points, i), at(points, i + 1)];
      const share = left / length;
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    }
    left -= length;
  }
  return at(points, 0);
}
