import type { Discovery } from '@/api';
import { also, type Selection } from '@/app/selection';
import { Figure, Figures } from '@/ui/Figure';
import { count, exactPercent, majorMoney, percent, shortDays, shortMoney } from '@/ui/format';
import { m } from './messages';

/** Fewer closed deals than this are counted rather than rated. */
export const FEW = 10;

/** The headline figures, each leading to its deals. */
export function Headline({ discovery, selection }: { discovery: Discovery; selection: Selection }) {
  const { deals, win_rate: rate, value } = discovery;
  const cycle = discovery.cycle_days.won;
  const few = rate.closed < FEW;
  const ranged = cycle.n > 0 && cycle.n < FEW;
  const share = (n: number) => (deals.total < FEW ? undefined : m.figures.share(percent(n / deals.total)));
  return (
    <Figures>
      <Figure label={m.figures.deals} value={count(deals.total)} to={selection} />
      <Figure
        label={m.figures.won}
        value={count(deals.won)}
        basis={share(deals.won)}
        to={also(selection, { outcome: ['won'] })}
        tone="won"
      />
      <Figure
        label={m.figures.lost}
        value={count(deals.lost)}
        basis={share(deals.lost)}
        to={also(selection, { outcome: ['lost'] })}
        tone="lost"
      />
      <Figure
        label={m.figures.open}
        value={count(deals.open)}
        basis={
          value.open_total_minor > 0
            ? m.figures.openValue(shortMoney(value.open_total_minor, value.currency))
            : share(deals.open)
        }
        to={also(selection, { outcome: ['open'] })}
        tone="open"
      />
      <Figure
        label={m.figures.rate}
        value={few ? m.figures.of(rate.won, rate.closed) : exactPercent(rate.rate)}
        basis={
          few
            ? m.figures.rateFew(rate.closed)
            : m.figures.rateBasis(rate.won, rate.closed, exactPercent(rate.low), exactPercent(rate.high))
        }
        to={also(selection, { outcome: ['won', 'lost'] })}
      />
      <Figure
        label={ranged ? m.figures.cycleRange : m.figures.cycle}
        value={
          ranged && cycle.n > 1 ? m.figures.range(shortDays(cycle.min), shortDays(cycle.max)) : shortDays(cycle.median)
        }
        basis={
          cycle.n === 0
            ? m.figures.cycleNone
            : ranged
              ? m.figures.cycleFew(cycle.n)
              : m.figures.cycleBasis(shortDays(cycle.q25), shortDays(cycle.q75), cycle.n)
        }
        to={also(selection, { outcome: ['won'] })}
      />
      {value.won.n > 0 && (
        <Figure
          label={m.figures.value}
          value={shortMoney(value.won_total_minor, value.currency)}
          basis={
            value.others > 0
              ? m.figures.others(value.others)
              : m.figures.valueBasis(majorMoney(value.won.median, value.currency))
          }
          to={also(selection, { outcome: ['won'] })}
        />
      )}
    </Figures>
  );
}
