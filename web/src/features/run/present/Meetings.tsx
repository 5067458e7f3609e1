import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DealView, Meeting, Process, Stage } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { wordsOf } from '../deal/remedy';
import { CancelForm } from './CancelForm';
import { FollowUp } from './FollowUp';
import { HoldForm } from './HoldForm';
import { MeetingLine } from './MeetingLine';
import { m } from './messages';
import { PlanForm } from './PlanForm';
import css from './Present.module.css';
import { meetingsQuery } from './queries';

interface Props {
  view: DealView;
  process: Process | null;
  stage: Stage | undefined;
}

/** The meetings of a deal: what is planned, who was there, what it cost us. */
export function Meetings({ view, process, stage }: Props) {
  const { deal, people, may_change: may } = view;
  const query = useQuery(meetingsQuery(deal.id));
  const [planning, setPlanning] = useState<Meeting | 'new' | null>(null);
  const [holding, setHolding] = useState<Meeting | null>(null);
  const [cancelling, setCancelling] = useState<Meeting | null>(null);
  const [held, setHeld] = useState<Meeting | null>(null);
  const names = people.map((person) => person.name);
  const first = held?.attended[0]?.name;
  return (
    <section className={css.part} aria-labelledby="meetings">
      <header className={css.head}>
        <h2 id="meetings">{m.meetings.title}</h2>
        <div className={css.buttons}>
          <Button component={Link} variant="default" size="sm" to={`/deals/${deal.id}/brief`}>
            {m.meetings.brief}
          </Button>
          {may && (
            <Button variant="default" size="sm" onClick={() => setPlanning('new')}>
              {m.meetings.plan}
            </Button>
          )}
        </div>
      </header>
      <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
        {(meetings: Meeting[]) =>
          meetings.length === 0 ? (
            <p className="soft">{may ? m.meetings.none : m.meetings.noneRead}</p>
          ) : (
            <>
              <Spent meetings={meetings} />
              <ul className={css.list}>
                {meetings.toReversed().map((meeting) => (
                  <MeetingLine
                    key={meeting.id}
                    deal={deal.id}
                    meeting={meeting}
                    mayChange={may}
                    onChange={() => setPlanning(meeting)}
                    onHold={() => setHolding(meeting)}
                    onCancel={() => setCancelling(meeting)}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      <PlanForm
        deal={deal.id}
        asked={planning}
        owner={deal.owner ?? ''}
        theirs={names}
        tags={wordsOf(process?.stages ?? []).tag ?? []}
        onClose={() => setPlanning(null)}
      />
      <HoldForm deal={deal.id} meeting={holding} theirs={names} onHeld={setHeld} onClose={() => setHolding(null)} />
      <CancelForm deal={deal.id} meeting={cancelling} onClose={() => setCancelling(null)} />
      <FollowUp
        deal={deal}
        process={process}
        stage={stage}
        meeting={held}
        address={people.find((person) => person.name === first)?.email ?? ''}
        onClose={() => setHeld(null)}
      />
    </section>
  );
}

function Spent({ meetings }: { meetings: Meeting[] }) {
  const held = meetings.filter((meeting) => meeting.state === 'held');
  const minutes = held.reduce((sum, meeting) => sum + meeting.minutes_spent, 0);
  if (minutes === 0) return null;
  return <p className="soft">{m.meetings.spent(minutes, held.length)}</p>;
}
