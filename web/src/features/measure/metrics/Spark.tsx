import css from './Metrics.module.css';

const WIDTH = 220;
const HEIGHT = 28;

/** A line without axes: how a figure went, not how much it was. */
export function Spark({ values }: { values: (number | null | undefined)[] }) {
  const known = values.flatMap((value, place) => (typeof value === 'number' ? [{ value, place }] : []));
  if (known.length < 3) return null;
  const low = Math.min(0, ...known.map((k) => k.value));
  const high = Math.max(...known.map((k) => k.value));
  const x = (place: number) => (place / Math.max(1, values.length - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - 2 - ((value - low) / (high - low || 1)) * (HEIGHT - 4);
  const path = known.map(
    ({ value, place }, i) => `${i === 0 ? 'M' : 'L'}${x(place).toFixed(1)},${y(value).toFixed(1)}`,
  );
  return (
    <svg className={css.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} aria-hidden>
      <path d={path.join('')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
