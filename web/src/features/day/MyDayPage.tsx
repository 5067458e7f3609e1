import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MyDay } from '@/api';
import { useUser } from '@/app/session';
import { PulseCard } from '@/features/measure/feedback/PulseCard';
import { workQuery } from '@/features/settings/queries';
import { longDay } from '@/ui/days';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { CalendarFeed } from './CalendarFeed';
import { DayLists } from './DayLists';
import { NoDeals, NothingToDo } from './Empty';
import { grouped, inShort, lineKey, strip } from './lines';
import { m } from './messages';
import { AHEAD, EVERYBODY, myDayQuery } from './queries';
import { UnqualifiedDemos } from './UnqualifiedDemos';
import { useActs } from './useActs';
import { WeekStrip } from './WeekStrip';
import { WhoseDay } from './WhoseDay';

/** What is to be done: whom to answer, what is due, which deals are late. */
export function MyDayPage() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined;
  const navigate = useNavigate();
  const query = useQuery(myDayQuery(owner));
  const me = useUser()?.name ?? '';
  const look = (next: string | undefined) =>
    void navigate({ to: '/my-day', search: next === undefined ? {} : { owner: next } });
  const title = owner === undefined ? m.title.mine : owner === EVERYBODY ? m.title.everybody : m.title.of(owner);
  return (
    <>
      <PageHead
        title={title}
        {...(query.data && { says: <Says day={query.data} /> })}
        actions={<WhoseDay owner={owner} me={me} owners={query.data?.owners ?? []} onChange={look} />}
      />
      <PulseCard />
      <Loaded query={query} skeleton={<DaySkeleton />}>
        {(day) =>
          day.deals === 0 && day.to_do.length === 0 ? (
            <NoDeals owner={owner} onEverybody={() => look(EVERYBODY)} />
          ) : (
            <Day day={day} withOwner={owner === EVERYBODY} />
          )
        }
      </Loaded>
    </>
  );
}

function Says({ day }: { day: MyDay }) {
  const words = [longDay(day.day), ...(typeof day.free === 'string' ? [m.free(day.free)] : [])].join(' – ');
  return (
    <>
      {words}. {inShort(grouped(day), day.day)}
    </>
  );
}

function Day({ day, withOwner }: { day: MyDay; withOwner: boolean }) {
  const work = useQuery(workQuery).data;
  const { gone, act } = useActs();
  const left = { ...day, to_do: day.to_do.filter((line) => !gone.has(lineKey(line))) };
  const groups = grouped(left);
  return (
    <>
      <WeekStrip days={strip(left, AHEAD, work?.calendar ?? null)} onDay={toGroup} />
      {groups.length === 0 ? (
        <NothingToDo deals={day.looked_at} />
      ) : (
        <DayLists groups={groups} today={day.day} zone={day.zone} withOwner={withOwner} onAct={act} />
      )}
      <footer className="soft small">
        {day.to_do.length < day.total && <p>{m.rest.lines(day.to_do.length, day.total)}</p>}
        {day.looked_at < day.deals && <p>{m.rest.deals(day.looked_at, day.deals)}</p>}
        <p>
          {m.rest.ahead(AHEAD)} {groups.length > 0 && m.rest.keys}
        </p>
        <UnqualifiedDemos owner={day.owner ?? null} />
        <CalendarFeed />
      </footer>
    </>
  );
}

/** Goes to the heading of a day. */
function toGroup(id: string) {
  const heading = document.getElementById(`day-${id}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

const DaySkeleton = () => (
  <Stack gap="lg">
    <Skeleton height={84} />
    <TableSkeleton rows={4} />
    <TableSkeleton rows={6} />
  </Stack>
);
