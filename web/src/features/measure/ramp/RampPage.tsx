import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import type { Ramp, RampMeasure } from '@/api';
import { selectionOf, writeParams } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { count, date, money, shortMoney } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import css from '../Measure.module.css';
import { MeasureNav } from '../MeasureNav';
import { MeasureFiles } from '../MeasureFiles';
import { m } from './messages';
import { OnePerson } from './OnePerson';
import { PeopleTable } from './PeopleTable';
import { type RampAsk, rampCsv, rampQuery } from './queries';
import { TimeToTargetView } from './TimeToTargetView';

const MEASURES: readonly RampMeasure[] = ['value', 'deals'];

/** How new people grow into it. */
export function RampPage() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const chosen = MEASURES.find((one) => one === search.measure);
  const ask: RampAsk = { ...selectionOf(search), ...(chosen && { measure: chosen }) };
  const query = useQuery(rampQuery(ask));
  const put = (change: Record<string, string>) =>
    void navigate({ href: pathname + writeParams({ ...search, ...change }), replace: true });
  return (
    <>
      <MeasureNav />
      <PageHead title={m.title} says={m.says} />
      <FilterBar />
      <NativeSelect
        label={m.measure.label}
        w={220}
        mb={24}
        value={chosen ?? query.data?.measure ?? 'deals'}
        onChange={(event) => put({ measure: event.currentTarget.value })}
        data={MEASURES.map((value) => ({ value, label: m.measure[value] }))}
      />
      <Loaded query={query}>
        {(ramp) => <Found ramp={ramp} ask={ask} who={search.who} onLook={(who) => put({ who })} />}
      </Loaded>
    </>
  );
}

/** Amounts in the measure: in full and in short. */
export interface Amounts {
  full: (n: number) => string;
  short: (n: number) => string;
}

interface FoundProps {
  ramp: Ramp;
  ask: RampAsk;
  who: unknown;
  onLook: (who: string) => void;
}

function Found({ ramp, ask, who, onLook }: FoundProps) {
  const { people, measure, currency } = ramp;
  const [first] = people;
  if (!first) return <EmptyState title={m.empty}>{m.emptySays}</EmptyState>;
  const amounts: Amounts =
    measure === 'value'
      ? { full: (n) => money(n, currency), short: (n) => shortMoney(n, currency) }
      : { full: (n) => count(n), short: (n) => count(n) };
  const looked = people.find((person) => person.name === who) ?? first;
  return (
    <>
      <Section title={ramp.sentence} says={ramp.as_of ? m.asOf(date(ramp.as_of)) : undefined}>
        {[...ramp.notes, ...(ramp.tasks_known ? [] : [m.tasksUnknown]), m.chapters].map((note) => (
          <p key={note} className={css.note}>
            {note}
          </p>
        ))}
      </Section>
      <PeopleTable ramp={ramp} amounts={amounts} onLook={onLook} csv={<MeasureFiles csv={rampCsv(ask)} />} />
      <OnePerson people={people} person={looked} amounts={amounts} onLook={onLook} />
      <TimeToTargetView time={ramp.time_to_target} />
    </>
  );
}
