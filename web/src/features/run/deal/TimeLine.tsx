import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { DealEvent, Process } from '@/api';
import { ago, isDayOnly, moment } from '@/ui/format';
import { given } from '@/ui/given';
import css from './TimeLine.module.css';
import { m } from './messages';
import { anchor, byDay, details } from './timeline';
import { calledOf } from './told';

/** Events shown before the reader asks for more. */
const FIRST = 60;

interface Props {
  events: DealEvent[];
  /** The process that the deal goes by, for the words of what events name. */
  process: Process | null;
  /** An event to be seen, wherever it stands. */
  wanted: string | null;
}

/** What happened, by day, the latest first. */
export function TimeLine({ events, process, wanted }: Props) {
  const [all, setAll] = useState(false);
  if (events.length === 0) return <p className="soft">{m.line.none}</p>;
  const whole = all || wanted !== null || events.length <= FIRST + 10;
  const undated = events.filter((e) => e.undated === true);
  const dated = events.filter((e) => e.undated !== true);
  const shown = whole ? events : [...undated, ...dated.slice(-FIRST)];
  return (
    <>
      <ol className={css.days}>
        {byDay(shown).map((day) => (
          <li key={day.says}>
            <h3 className={css.day}>
              {day.says}
              {day.says === m.line.undated ? (
                <span className="soft small"> {m.line.undatedHelp}</span>
              ) : (
                <span className="soft small"> {day.events[0] && ago(day.events[0].at)}</span>
              )}
            </h3>
            <ol className={css.events}>
              {day.events.map((event) => (
                <Happened key={event.id} event={event} process={process} lit={event.id === wanted} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {shown.length < events.length && (
        <Button variant="default" size="sm" onClick={() => setAll(true)}>
          {m.line.earlier(events.length - shown.length)}
        </Button>
      )}
    </>
  );
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

interface HappenedProps {
  event: DealEvent;
  process: Process | null;
  lit: boolean;
}

function Happened({ event, process, lit }: HappenedProps) {
  const stands = event.undated !== true && !isDayOnly(event.at);
  const source = event.attributes?.inferred === 'true' ? m.line.inferred : m.line.imported;
  const about = [event.actor, given(event.import) ? source : null].filter((t) => given(t) && t !== '');
  return (
    <li id={anchor(event.id)} className={css.event} tabIndex={-1} data-side={event.side} data-lit={lit || undefined}>
      <span className={css.side} title={m.line.side[event.side]} aria-hidden />
      <div>
        <p className={css.says}>
          <VisuallyHidden>{m.line.side[event.side]}: </VisuallyHidden>
          <b>{calledOf(event, process)}</b>
          {about.length > 0 && <span className="soft small"> · {about.join(' · ')}</span>}
        </p>
        {details(event, process).map((says) => (
          <p key={says} className={css.detail}>
            {says}
          </p>
        ))}
      </div>
      {stands && (
        <time className={css.time} dateTime={event.at} title={moment(event.at)}>
          {time.format(new Date(event.at))}
        </time>
      )}
    </li>
  );
}
