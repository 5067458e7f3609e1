import { Button } from '@mantine/core';
import { BASE, type Meeting } from '@/api';
import { moment } from '@/ui/format';
import { duration, m } from './messages';
import css from './Present.module.css';

interface Props {
  deal: string;
  meeting: Meeting;
  mayChange: boolean;
  onChange: () => void;
  onHold: () => void;
  onCancel: () => void;
  /** The time; now, but for tests. */
  now?: number;
}

/** One meeting: when, where, who, how it stands, what can be done. */
export function MeetingLine({ deal, meeting, mayChange, onChange, onHold, onCancel, now = Date.now() }: Props) {
  const { plan, state, attended, note } = meeting;
  const past = state === 'planned' && Date.parse(plan.start) < now;
  const words = m.meetings;
  return (
    <li className={css.line}>
      <div>
        <p>
          <b>{plan.title}</b>{' '}
          <span className={css.state} data-state={past ? 'past' : state}>
            {past ? words.past : state === 'planned' ? words.toCome : words.state[state]}
          </span>
        </p>
        <p className={css.about}>
          <time dateTime={plan.start}>{moment(plan.start)}</time> · {duration(plan.minutes)}
          {plan.tag ? ` · ${plan.tag}` : ''}
        </p>
        {plan.place && <Place place={plan.place} />}
        {(plan.ours ?? []).length > 0 && <People title={words.ours} names={plan.ours ?? []} />}
        {state !== 'held' && (plan.theirs ?? []).length > 0 && (
          <People title={words.theirs} names={plan.theirs ?? []} />
        )}
        {state === 'held' && (
          <p>
            {attended.length === 0
              ? words.nobody
              : `${words.there}: ${attended.map((a) => (a.role ? `${a.name} (${a.role})` : a.name)).join(', ')}`}
          </p>
        )}
        {meeting.minutes_spent > 0 && (
          <p className={css.about}>
            {meeting.spent.map((spent) => `${spent.name} ${duration(spent.minutes)}`).join(', ')}
          </p>
        )}
        {note && <p className={css.about}>{note}</p>}
      </div>
      <div className={css.tools}>
        {mayChange && state !== 'cancelled' && (past || state === 'held') && (
          <Button size="compact-sm" variant={past ? 'filled' : 'default'} onClick={onHold}>
            {state === 'held' ? words.correct : words.held}
          </Button>
        )}
        {mayChange && state === 'planned' && (
          <>
            <Button size="compact-sm" variant="default" onClick={onChange}>
              {words.change}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              {words.cancel}
            </Button>
          </>
        )}
        {state === 'planned' && (
          <Button
            size="compact-sm"
            variant="subtle"
            component="a"
            href={`${BASE}/deals/${deal}/meetings/${encodeURIComponent(meeting.id)}/meeting.ics`}
            download
          >
            {words.ics}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A place; an address on the web leads there. */
function Place({ place }: { place: string }) {
  const isLink = /^https?:\/\/\S+$/i.test(place);
  return (
    <p className={css.about}>
      {isLink ? (
        <a href={place} target="_blank" rel="noreferrer">
          {place}
        </a>
      ) : (
        place
      )}
    </p>
  );
}

const People = ({ title, names }: { title: string; names: string[] }) => (
  <p className={css.about}>
    {title}: {names.join(', ')}
  </p>
);
