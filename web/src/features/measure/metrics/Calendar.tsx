import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MetricUnit } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import { longDay } from '@/ui/days';
import type { Column } from '@/ui/DataTable';
import { count, kept } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import css from './Calendar.module.css';
import { CalendarChart } from './CalendarChart';
import { type CalendarDay, askOf, calendarOf, calendarSpan, shadeOf, shadesOf } from './calendar';
import { MetricDeals } from './MetricDeals';
import { m } from './messages';
import { type Ask, figuresQuery } from './queries';
import { brought, said, type Told } from './told';

interface Props {
  id: string;
  ask: Ask;
  asOf: string | null | undefined;
  write: Told;
  /** The day whose deals are shown. */
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** The figure of every day as a calendar, and the deals of one of them. */
export function Calendar({ id, ask, asOf, write, day, onDay }: Props) {
  const { cut, ...span } = calendarSpan(ask, asOf);
  const found = useQuery(figuresQuery(id, askOf(ask, span)));
  return (
    <Loaded query={found}>
      {({ figures, metric }) => {
        const years = calendarOf(figures);
        const days = years.flatMap((year) => year.days);
        if (!days.some((one) => one.point.figure.n > 0)) return <p className="soft">{m.calendar.none}</p>;
        const chosen = days.find((one) => one.day === day);
        const bounds = shadesOf(days.flatMap(({ point }) => point.figure.value ?? []));
        const { unit } = figures;
        const says = [figures.control ? kept(figures.control.says) : '', m.calendar.says, cut ? m.calendar.cut : ''];
        return (
          <>
            <ChartFrame
              title={m.calendar.title}
              order={2}
              says={says.filter((text) => text !== '').join(' ')}
              file={`${id}-days`}
              columns={columnsOf(unit, write)}
              rows={days.toReversed()}
              rowId={(row) => row.day}
              first={31}
            >
              <CalendarChart
                years={years}
                bounds={bounds}
                unit={unit}
                write={write}
                chosen={day}
                onOpen={(open) => onDay(open.day)}
              />
              <Legend bounds={bounds} write={write} outside={days.some((one) => one.outside)} />
            </ChartFrame>
            {chosen && (
              <>
                <p>
                  {m.calendar.chosen(longDay(chosen.day), said(chosen.point.figure, unit, write))}{' '}
                  <Button size="compact-sm" variant="subtle" onClick={() => onDay(undefined)}>
                    {m.calendar.close}
                  </Button>
                </p>
                <MetricDeals
                  id={id}
                  ask={askOf(ask, { from: chosen.point.from, to: chosen.point.to })}
                  value={undefined}
                  unit={unit}
                  write={brought(metric, figures)}
                  onAll={() => onDay(undefined)}
                />
              </>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** What the shades stand for. */
function Legend({ bounds, write, outside }: { bounds: readonly number[]; write: Told; outside: boolean }) {
  return (
    <ul className={css.legend}>
      {bounds.map((bound, place) => (
        <li key={bound}>
          <svg width={14} height={14} aria-hidden>
            <rect
              className={css.shade}
              data-shade={shadeOf(bound, bounds)}
              x={0.5}
              y={0.5}
              width={13}
              height={13}
              rx={2}
            />
          </svg>
          {place === bounds.length - 1 && place > 0 ? m.calendar.most(write(bound)) : m.calendar.upTo(write(bound))}
        </li>
      ))}
      {outside && (
        <li>
          <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden>
            <path className={css.outside} d="M0 -4.5 L4.5 0 L0 4.5 L-4.5 0 Z" />
          </svg>
          {m.calendar.outside}
        </li>
      )}
    </ul>
  );
}

const columnsOf = (unit: MetricUnit, write: Told): Column<CalendarDay>[] => [
  { id: 'day', header: m.calendar.day, title: true, value: (row) => row.day, cell: (row) => longDay(row.day) },
  {
    id: 'value',
    header: m.value,
    align: 'right',
    value: (row) => row.point.figure.value,
    cell: (row) => said(row.point.figure, unit, write),
  },
  {
    id: 'n',
    header: m.n,
    align: 'right',
    value: (row) => row.point.figure.n,
    cell: (row) => count(row.point.figure.n),
  },
  { id: 'outside', header: '', value: (row) => (row.outside ? m.calendar.outside : '') },
];
