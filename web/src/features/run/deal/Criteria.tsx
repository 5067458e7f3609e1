import type { CriterionVerdict, DealEvent } from '@/api';
import { type SaidAt, SayWhatHinders } from '@/features/measure/feedback/SayWhatHinders';
import { GroundMark, GroundWords } from '@/ui/GroundMark';
import { date } from '@/ui/format';
import css from './Deal.module.css';
import { m } from './messages';

interface Props {
  exit: CriterionVerdict[];
  events: DealEvent[];
  /** Shows an event in the time line. */
  onEvent: (id: string) => void;
  /** The stage at the deal, where what hinders is said. */
  at: SaidAt;
}

/** What must hold before the deal moves on: each with what it rests on, and the events that show it. */
export function Criteria({ exit, events, onEvent, at }: Props) {
  if (exit.length === 0) return <p className="soft">{m.exit.none}</p>;
  const grounds = [...new Set(exit.map((c) => c.ground))];
  return (
    <>
      <ul className={css.criteria}>
        {exit.map((c) => (
          <li key={c.id} className={css.criterion} data-met={c.met || undefined}>
            <GroundMark ground={c.ground} />
            <div>
              <p className={css.says}>
                {c.says}
                {!c.required && <span className="soft small"> · {m.exit.wished}</span>}
              </p>
              {c.met ? (
                <Shown by={c.by} events={events} onEvent={onEvent} />
              ) : (
                <p className={css.missing}>{c.missing}</p>
              )}
            </div>
            <div className={css.ends}>
              <span className={css.verdict}>{c.met ? `✓ ${m.exit.met}` : `○ ${m.exit.open}`}</span>
              <SayWhatHinders at={{ ...at, part: { kind: 'criterion', id: c.id } }} about={c.says} />
            </div>
          </li>
        ))}
      </ul>
      <p className={css.legend}>
        {grounds.map((ground) => (
          <GroundWords key={ground} ground={ground} />
        ))}
      </p>
    </>
  );
}

/** The events that show that something holds, leading to where they stand in the time line. */
export function Shown({ by, events, onEvent }: { by: string[]; events: DealEvent[]; onEvent: (id: string) => void }) {
  const shown = by.flatMap((id) => events.find((e) => e.id === id) ?? []);
  if (shown.length === 0) return null;
  return (
    <p className={css.missing}>
      {m.exit.shown}{' '}
      {shown.map((event, i) => (
        <span key={event.id}>
          {i > 0 && ', '}
          <button type="button" className={css.link} onClick={() => onEvent(event.id)}>
            {event.activity}
            {event.undated !== true && ` (${date(event.at)})`}
          </button>
        </span>
      ))}
    </p>
  );
}
