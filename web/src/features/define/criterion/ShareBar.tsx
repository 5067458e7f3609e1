import type { Proportion } from '@/api';
import { given } from '@/ui/given';
import css from './History.module.css';
import { m } from './messages';
import { LITTLE, rate } from './share';

interface Props {
  outcome: 'won' | 'lost';
  share: Proportion;
}

const MARK = { won: '✓', lost: '✕' } as const;

/** How many deals of one outcome had met it: a bar with its interval; of few deals each one as a square. */
export function ShareBar({ outcome, share }: Props) {
  const { count, of } = share;
  const name = m.history[outcome];
  return (
    <div className={css.row} data-outcome={outcome}>
      <span className={css.name}>
        <span aria-hidden>{MARK[outcome]}</span> {name}
      </span>
      <span className={css.figure} role="img" aria-label={m.history.bar(name, count, of, rate(share))}>
        {of < LITTLE ? <Squares count={count} of={of} /> : <Bar share={share} />}
      </span>
      <span className={css.words}>
        {of === 0 ? m.history.noDeals : `${m.history.had(count, of)}${of < LITTLE ? '' : ` · ${rate(share)}`}`}
      </span>
    </div>
  );
}

const at = (share: number): string => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%`;

export function Bar({ share: { share, low, high } }: { share: Proportion }) {
  return (
    <span className={css.bar}>
      {given(share) && <span className={css.fill} style={{ width: at(share) }} />}
      {given(low) && given(high) && (
        <span className={css.interval} style={{ left: at(low), width: at(Math.max(0, high - low)) }} />
      )}
    </span>
  );
}

const Squares = ({ count, of }: { count: number; of: number }) => (
  <span className={css.squares}>
    {Array.from({ length: of }, (_, i) => (
      <span key={i} data-met={i < count || undefined} />
    ))}
  </span>
);
