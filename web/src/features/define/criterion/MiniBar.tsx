import type { CriterionHistory } from '@/api';
import css from './History.module.css';
import { m } from './messages';
import { Bar } from './ShareBar';
import { inShort, isCounted, LITTLE } from './share';

/** What history says of a criterion, in two thin bars. */
export function MiniBar({ history }: { history: CriterionHistory | undefined }) {
  if (history === undefined) return <span className={css.miniEmpty} />;
  const { verdict, won, lost } = history;
  if (!isCounted(history)) {
    return <span className={css.miniWords}>{verdict === 'not-in-data' ? m.mini.notInData : m.mini.none}</span>;
  }
  return (
    <span
      className={css.mini}
      role="img"
      aria-label={m.mini.says(m.history.had(won.count, won.of), m.history.had(lost.count, lost.of))}
      title={history.sentence}
    >
      {(
        [
          ['won', won],
          ['lost', lost],
        ] as const
      ).map(([outcome, share]) => (
        <span key={outcome} className={css.miniRow} data-outcome={outcome}>
          <span>{outcome === 'won' ? '✓' : '✕'}</span>
          {share.of < LITTLE ? <span /> : <Bar share={share} />}
          <span>{inShort(share)}</span>
        </span>
      ))}
    </span>
  );
}
