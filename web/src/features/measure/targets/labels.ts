/** Pixels that a letter of a label needs at most, on average. */
const LETTER = 6.5;

/** Pixels from one label to the next. */
export const LINE = 16;

interface Label {
  label: string;
  /** Where its edge is. */
  y: number;
}

/** Whether all names have room at the right end of their edges: one above the other, over half of the chart at most. */
export function haveRoom(labels: readonly Label[], width: number): boolean {
  const ys = labels.map(({ y }) => y).sort((a, b) => a - b);
  const apart = ys.every((y, i) => i === 0 || y - (ys[i - 1] ?? 0) >= LINE);
  return apart && labels.every(({ label }) => label.length * LETTER <= width / 2);
}

/**
 * Places as near to those wanted as they can be with so much between them, from 0 to the end, in the same order. Those that
 * are too near are moved together, as far up as down (pool adjacent violators; R. E. Barlow and others, 1972).
 */
export function spread(wanted: readonly number[], gap: number, end: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const pools: { sum: number; n: number }[] = [];
  order.forEach((of, rank) => {
    let pool = { sum: (wanted[of] ?? 0) - rank * gap, n: 1 };
    for (let last = pools.at(-1); last && last.sum / last.n > pool.sum / pool.n; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, n: pool.n + last.n };
      pools.pop();
    }
    pools.push(pool);
  });
  const most = Math.max(0, end - (wanted.length - 1) * gap);
  const shifts = pools.flatMap(({ sum, n }) => Array<number>(n).fill(Math.min(most, Math.max(0, sum / n))));
  const places = Array<number>(wanted.length).fill(0);
  order.forEach((of, rank) => {
    places[of] = (shifts[rank] ?? 0) + rank * gap;
  });
  return places;
}
