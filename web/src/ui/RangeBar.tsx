import { m } from '@/messages';
import { exactPercent } from './format';
import css from './RangeBar.module.css';

interface Props {
  /** The figure, its bounds and the ends of the scale, in one unit. */
  value: number | null | undefined;
  low: number | null | undefined;
  high: number | null | undefined;
  max: number;
  min?: number;
  /** A line to compare with, such as the rate of all. */
  reference?: number | null | undefined;
  /** True where the data supports that it differs from the reference. */
  strong?: boolean;
  format?: (value: number | null | undefined) => string;
}

/** An interval on a scale: a band from low to high, a point at the value, a line at the reference. */
export function RangeBar({ value, low, high, max, min = 0, reference, strong = false, format = exactPercent }: Props) {
  if (value === null || value === undefined || max <= min) return <div className={css.range} />;
  const at = (x: number) => `${Math.min(100, Math.max(0, ((x - min) / (max - min)) * 100))}%`;
  const has = low !== null && low !== undefined && high !== null && high !== undefined;
  const says = has ? `${format(value)}, ${m.range.between(format(low), format(high))}` : format(value);
  return (
    <div className={css.range} role="img" aria-label={says} title={says} data-strong={strong || undefined}>
      {reference !== null && reference !== undefined && (
        <span className={css.reference} style={{ left: at(reference) }} />
      )}
      {has && <span className={css.band} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />}
      <span className={css.point} style={{ left: at(value) }} />
    </div>
  );
}
