import type { Driver } from '@/api';
import { given } from '@/ui/given';
import { m } from './messages';
import css from './OddsBar.module.css';
import { oddsText, placeOf } from './odds';

type Odds = Pick<Driver, 'odds_ratio'> & { naive?: number | null | undefined };

/** An odds ratio with its interval on a log scale around 1, and beside it what counting plainly gives. */
export function OddsBar({ odds_ratio: odds, naive, end, strong }: Odds & { end: number; strong?: boolean }) {
  const at = (x: number) => `${placeOf(x, end) * 100}%`;
  const [low, high] = [odds?.low, odds?.high];
  const has = given(low) && given(high);
  const says = [
    given(odds) && (has ? m.bar(oddsText(odds.value), oddsText(low), oddsText(high)) : m.barOpen(oddsText(odds.value))),
    given(naive) && m.plainly(oddsText(naive)),
  ];
  const text = says.filter(Boolean).join('; ');
  return (
    <div className={css.bar} role="img" aria-label={text} title={text} data-strong={strong === true ? true : undefined}>
      <span className={css.one} />
      {has && <span className={css.band} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />}
      {given(naive) && <span className={css.naive} data-beyond={beyond(naive, end)} style={{ left: at(naive) }} />}
      {given(odds) && <span className={css.point} style={{ left: at(odds.value) }} />}
    </div>
  );
}

const beyond = (x: number, end: number) => (x > end || x < 1 / end ? true : undefined);

/** The marks of the scale. */
export function OddsAxis({ end }: { end: number }) {
  const steps = end > 8 ? [1 / end, 1 / Math.sqrt(end), 1, Math.sqrt(end), end] : [1 / end, 1 / 2, 1, 2, end];
  const name = (x: number) => (x === 1 ? m.equal : x > 1 ? m.times(Math.round(x)) : m.part(Math.round(1 / x)));
  return (
    <div className={css.axis} aria-hidden>
      {steps.map((x) => (
        <span key={x} style={{ left: `${placeOf(x, end) * 100}%` }}>
          {name(x)}
        </span>
      ))}
    </div>
  );
}

/** What the marks are. */
export function OddsLegend() {
  return (
    <p className={css.legend}>
      <span className={css.legendPoint} aria-hidden /> {m.legendComparable}
      <span className={css.legendNaive} aria-hidden /> {m.legendPlain}
    </p>
  );
}
