import { count } from '@/ui/format';
import { longDay, shortWeekdayOf } from '@/ui/days';
import css from './Day.module.css';
import type { StripDay } from './lines';
import { m } from './messages';

interface Props {
  days: StripDay[];
  onDay: (day: string) => void;
}

/** Today and the days ahead: how much is due on each, and who is free. */
export function WeekStrip({ days, onDay }: Props) {
  const named = days.filter((d) => given(d.free));
  return (
    <>
      <ol className={css.strip} aria-label={m.strip.label}>
        {days.map(({ day, count: n, free }, at) => (
          <li key={day} data-free={free !== null || undefined} data-today={at === 0 || undefined}>
            <button
              type="button"
              disabled={n === 0}
              aria-label={m.strip.says(longDay(day), n)}
              title={free === null ? undefined : free || m.strip.free}
              onClick={() => onDay(day)}
            >
              <span className={css.dayName}>{at === 0 ? m.strip.today : shortWeekdayOf(day)}</span>
              <b>{Number(day.slice(8))}</b>
              <span className={css.dayCount}>{n > 0 ? count(n) : free === null ? '–' : m.strip.free}</span>
            </button>
          </li>
        ))}
      </ol>
      {named.length > 0 && (
        <p className={css.frees}>{named.map((d) => m.strip.freeDay(longDay(d.day), d.free ?? '')).join(' ')}</p>
      )}
    </>
  );
}

const given = (name: string | null): boolean => name !== null && name !== '';
