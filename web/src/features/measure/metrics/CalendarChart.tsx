import { type KeyboardEvent, useRef, useState } from 'react';
import type { MetricUnit } from '@/api';
import { shortWeekdayOf } from '@/ui/days';
import { date } from '@/ui/format';
import css from './Calendar.module.css';
import { type CalendarDay, type CalendarYear, shadeOf } from './calendar';
import { m } from './messages';
import { said, type Told } from './told';

const CELL = 18;
const GAP = 3;
const LEFT = 40;
const TOP = 44;
const YEAR = TOP + 7 * CELL + 16;
const WEEKS = 54;
/** A Monday, to name the days of the week. */
const MONDAY = '2024-01-01';
const NAMED = [0, 2, 4];

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** How far the keys go, in days. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };

/** `Tue 3 Oct 2017: 14`, and what is to be known of that day. */
export function dayLabel({ day, point, outside }: CalendarDay, unit: MetricUnit, write: Told): string {
  const parts = [`${shortWeekdayOf(day)} ${date(day)}: ${said(point.figure, unit, write)}`];
  if (unit !== 'count' && point.figure.n > 0) parts.push(m.calendar.of(point.figure.n));
  if (outside) parts.push(m.calendar.outside);
  if (!point.finished) parts.push(m.calendar.partly);
  return parts.join(', ');
}

interface Props {
  years: CalendarYear[];
  bounds: readonly number[];
  unit: MetricUnit;
  write: Told;
  chosen: string | undefined;
  onOpen: (day: CalendarDay) => void;
}

/** Days as squares: weeks are columns, the darker the more. One stop of Tab; arrows go from day to day. */
export function CalendarChart({ years, bounds, unit, write, chosen, onOpen }: Props) {
  const days = years.flatMap((year) => year.days);
  const [at, setAt] = useState<string>();
  const here = [at, chosen].find((day) => days.some((one) => one.day === day)) ?? days.at(-1)?.day;
  const squares = useRef(new Map<string, SVGRectElement>());
  const go = (event: KeyboardEvent, place: number) => {
    const open = days[place];
    if ((event.key === 'Enter' || event.key === ' ') && open) {
      event.preventDefault();
      onOpen(open);
    }
    const step = STEPS[event.key];
    const next = days[event.key === 'Home' ? 0 : event.key === 'End' ? days.length - 1 : place + (step ?? Infinity)];
    if (next === undefined) return;
    event.preventDefault();
    setAt(next.day);
    squares.current.get(next.day)?.focus();
  };
  return (
    <div className={css.scroll}>
      <svg
        width={LEFT + WEEKS * CELL}
        height={years.length * YEAR}
        role="group"
        aria-label={m.calendar.label}
        className={css.calendar}
      >
        {years.map((year, i) => (
          <g key={year.year} transform={`translate(0 ${i * YEAR})`}>
            <text className={css.year} x={0} y={16}>
              {year.year}
            </text>
            {year.months.map(({ month: number, column }, j) =>
              (year.months[j + 1]?.column ?? WEEKS) - column > 1 ? (
                <text key={number} className={css.name} x={LEFT + column * CELL} y={TOP - 8}>
                  {month.format(Date.UTC(2024, number - 1, 1))}
                </text>
              ) : null,
            )}
            {NAMED.map((row) => (
              <text key={row} className={css.name} x={0} y={TOP + row * CELL + 12}>
                {shortWeekdayOf(MONDAY.replace(/1$/, String(row + 1)))}
              </text>
            ))}
            {year.days.map((day) => {
              const [x, y] = [LEFT + day.column * CELL, TOP + day.row * CELL];
              const says = dayLabel(day, unit, write);
              return (
                <g key={day.day}>
                  <rect
                    ref={(square) => {
                      if (square) squares.current.set(day.day, square);
                      else squares.current.delete(day.day);
                    }}
                    className={css.day}
                    data-shade={shadeOf(day.point.figure.value, bounds)}
                    data-known={typeof day.point.figure.value === 'number'}
                    data-finished={day.point.finished}
                    x={x}
                    y={y}
                    width={CELL - GAP}
                    height={CELL - GAP}
                    rx={2}
                    role="button"
                    tabIndex={day.day === here ? 0 : -1}
                    aria-label={says}
                    aria-pressed={day.day === chosen}
                    onClick={() => onOpen(day)}
                    onFocus={() => setAt(day.day)}
                    onKeyDown={(event) => go(event, days.indexOf(day))}
                  >
                    <title>{says}</title>
                  </rect>
                  {day.outside && (
                    <path
                      className={css.outside}
                      transform={`translate(${x + (CELL - GAP) / 2} ${y + (CELL - GAP) / 2})`}
                      d="M0 -4.5 L4.5 0 L0 4.5 L-4.5 0 Z"
                    />
                  )}
                </g>
              );
            })}
          </g>
        ))}
      </svg>
    </div>
  );
}
