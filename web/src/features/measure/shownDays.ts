/** Share of the whole fall of a curve that may be cut off at its end. */
const TAIL = 0.01;

/**
 * Days up to which a survival curve is worth drawing: where it has fallen by 99 % of what it falls in all, and a tenth
 * more. Deals that have stood still for years would otherwise squeeze everything into the first millimetres.
 */
export function shownDays(curve: readonly { days: number; share: number }[]): number {
  const last = curve.at(-1);
  if (last === undefined) return 0;
  const fallen = curve.find((p) => p.share <= last.share + TAIL * (1 - last.share)) ?? last;
  return Math.min(last.days, fallen.days * 1.1);
}
