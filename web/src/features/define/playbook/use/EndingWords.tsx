import type { Endings } from '@/api';
import css from './Use.module.css';
import { type Compared, m } from './messages';
import { type Verdict, verdictOf } from './usage';

/** How the deals with something ended, against those without, in words. */
export function EndingWords({ endings, what }: { endings: Endings; what: Compared }) {
  const { with: had, without: not, open } = endings;
  const verdict = verdictOf(endings);
  if (verdict === 'none') return <p className="soft">{m.noneClosed(what, open)}</p>;
  return (
    <p>
      {m.endings(what, verdict === 'cannot-tell', had, not)}{' '}
      <span className={css.verdict} data-verdict={verdict}>
        {says(verdict, what, endings)}
      </span>
    </p>
  );
}

function says(verdict: Verdict, what: Compared, { with: had, without: not, gain }: Endings): string {
  if (verdict === 'no-difference') return m.noDifference;
  if (!gain || verdict === 'cannot-tell') return m.cannotTell(what, had.of, not.of);
  const { value, low = null, high = null } = gain;
  if (value > 0) return m.more(m.points(value, low, high));
  return m.less(m.points(-value, high === null ? null : -high, low === null ? null : -low));
}
