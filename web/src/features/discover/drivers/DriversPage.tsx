import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Certainty, Driver, Drivers } from '@/api';
import { conditions, type Selection, useSelection } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { kept } from '@/ui/format';
import { DiscoverTabs } from '../DiscoverTabs';
import { ImportAction } from '../ImportAction';
import { DriverList } from './DriverList';
import css from './DriversPage.module.css';
import { FewDeals } from './FewDeals';
import { Lesson } from './Lesson';
import { m } from './messages';
import { scaleEnd } from './odds';
import { OddsLegend } from './OddsBar';
import { driversQuery } from './queries';
import { ReasonsGiven } from './ReasonsGiven';

/** What won and lost deals differ in, and how sure that is. */
export function DriversPage() {
  const [selection] = useSelection();
  const query = useQuery(driversQuery(selection));
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      <DiscoverTabs />
      <Loaded query={query}>
        {(found) => (
          <div data-stale={query.isPlaceholderData || undefined} className={css.page}>
            {(found.closed > 0 || conditions(selection) > 0) && <FilterBar />}
            {found.closed > 0 ? (
              <Found found={found} selection={selection} />
            ) : (
              <Nothing chosen={conditions(selection) > 0} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Found({ found, selection }: { found: Drivers; selection: Selection }) {
  return (
    <>
      <p className={css.sentence}>{kept(found.sentence)}</p>
      {found.few ? <FewDeals found={found} /> : <Compared found={found} selection={selection} />}
      <ReasonsGiven reasons={found.reasons} selection={selection} />
    </>
  );
}

function Compared({ found, selection }: { found: Drivers; selection: Selection }) {
  const of = (certainty: Certainty) => found.drivers.filter((d) => d.certainty === certainty);
  const [supported, hints] = [of('supported'), of('hint')];
  const list = (drivers: Driver[]) => <DriverList drivers={drivers} end={scaleEnd(drivers)} selection={selection} />;
  return (
    <>
      <p className="soft small">
        {m.adjusted} {m.held(found.held_equal)}
      </p>
      <OddsLegend />
      <Section title={m.supported}>
        {supported.length > 0 ? list(supported) : <p className="soft">{m.supportedNone}</p>}
      </Section>
      {hints.length > 0 && (
        <Section title={m.hints} says={m.hintsSay}>
          {list(hints)}
        </Section>
      )}
      <Lesson lesson={found.lesson} />
      <div className={css.rest}>
        <Folded title={m.none} says={m.noneSays} n={of('no-difference').length}>
          {list(of('no-difference'))}
        </Folded>
        <Folded title={m.cannotTell} says={m.cannotTellSays} n={of('cannot-tell').length}>
          {list(of('cannot-tell'))}
        </Folded>
        <Folded title={m.excluded} says={m.excludedSays} n={found.excluded.length}>
          <ul className={css.excluded}>
            {found.excluded.map((e) => (
              <li key={`${e.kind}:${e.title}`}>
                <b>{e.title}</b> {e.reason}
              </li>
            ))}
          </ul>
        </Folded>
      </div>
    </>
  );
}

interface FoldedProps {
  title: (n: number) => string;
  says: string;
  n: number;
  children: ReactNode;
}

function Folded({ title, says, n, children }: FoldedProps) {
  if (n === 0) return null;
  return (
    <details className={css.folded}>
      <summary>{title(n)}</summary>
      <p className="soft small">{says}</p>
      {children}
    </details>
  );
}

function Nothing({ chosen }: { chosen: boolean }) {
  if (chosen) return <EmptyState title={m.emptyChosen}>{m.emptyChosenHelp}</EmptyState>;
  return (
    <EmptyState title={m.empty} action={<ImportAction />}>
      {m.emptyHelp}
    </EmptyState>
  );
}
