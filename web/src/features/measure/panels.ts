/** Where small charts of one size stand beside and below each other in one drawing. */
export interface Panels {
  /** Size of the whole drawing. */
  width: number;
  height: number;
  /** Size of one chart, margins included. */
  each: { width: number; height: number };
  /** Top left corner of the chart at this place. */
  at: (place: number) => { x: number; y: number };
}

/** Lays out `n` charts of this height, as many in a row as have at least `least` pixels each, at most `most`. */
export function panels(n: number, width: number, height: number, least = 300, most = 3): Panels {
  const columns = Math.max(1, Math.min(n, most, Math.floor(width / least)));
  const rows = Math.max(1, Math.ceil(n / columns));
  const each = { width: Math.floor(width / columns), height };
  const at = (place: number) => ({ x: (place % columns) * each.width, y: Math.floor(place / columns) * height });
  return { width, height: rows * height, each, at };
}

/** A path of straight steps: each value holds from its x up to the next one. */
export function stepPath(points: { x: number; y: number }[], end: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  return `M${first.x},${first.y}${rest.map((p) => `H${p.x}V${p.y}`).join('')}H${end}`;
}

/** The area between two lines of steps over the same xs. */
export function stepBand(points: { x: number; low: number; high: number }[], end: number): string {
  const upper = stepPath(
    points.map(({ x, high }) => ({ x, y: high })),
    end,
  );
  if (upper === '') return '';
  const back = points.toReversed().map((p) => `V${p.low}H${p.x}`);
  return `${upper}${back.join('')}Z`;
}
