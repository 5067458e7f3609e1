import type { Ground } from '@/api';
import css from './Define.module.css';
import { m } from './messages';

/** On what a criterion rests: filled = the prospect's act, hollow = ours, dashed = somebody's word. */
export function GroundMark({ ground }: { ground: Ground | undefined }) {
  if (ground === undefined) return <span className={css.mark} />;
  const says = m.ground[ground];
  return <span className={css.mark} data-ground={ground} role="img" aria-label={says} title={says} />;
}

/** What the three marks mean. */
export function GroundLegend() {
  return (
    <p className={css.legend}>
      {m.legend}
      {(['prospect', 'rep', 'opinion'] as const).map((ground) => (
        <span key={ground}>
          <span className={css.mark} data-ground={ground} aria-hidden /> {m.ground[ground]}
        </span>
      ))}
    </p>
  );
}
