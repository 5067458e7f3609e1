import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Discovery } from '@/api';
import { conditions, type Selection, useSelection } from '@/app/selection';
import { useMay } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { date, kept } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { importsQuery } from '../import/queries';
import { LastWon } from './back/LastWon';
import { Comparison } from './Comparison';
import css from './DiscoverPage.module.css';
import { DiscoverTabs } from './DiscoverTabs';
import { GoesWith } from './GoesWith';
import { FEW, Headline } from './Headline';
import { ImportAction } from './ImportAction';
import { MapSection } from './MapSection';
import { MapPicture } from './MapPicture';
import { m } from './messages';
import { Paths } from './Paths';
import { discoveryQuery } from './queries';
import { StageTimesChart } from './StageTimesChart';
import { BottleneckSection } from './touch/BottleneckSection';

/** How you sell: everything that the deals tell, on one page. */
export function DiscoverPage() {
  const [selection] = useSelection();
  const mayImport = useMay('owner', 'manager');
  const query = useQuery(discoveryQuery(selection));
  const stages = query.data?.stages.map((s) => s.name) ?? [];
  const found = query.data !== undefined && query.data.deals.total > 0;
  return (
    <>
      <PageHead
        title={m.title}
        actions={
          found && (
            <>
              {mayImport && (
                <Button component={Link} to="/import" variant="default">
                  {m.more}
                </Button>
              )}
              <Button component={Link} to="/define/propose">
                {m.propose}
              </Button>
            </>
          )
        }
      />
      <DiscoverTabs />
      <Loaded query={query}>
        {(discovery) => (
          <div data-stale={query.isPlaceholderData || undefined} className={css.page}>
            {discovery.deals.total > 0 && <p className={css.sentence}>{kept(discovery.sentence)}</p>}
            {(discovery.deals.total > 0 || conditions(selection) > 0) && <FilterBar stages={stages} />}
            {discovery.deals.total > 0 ? (
              <Found discovery={discovery} selection={selection} />
            ) : (
              <Nothing chosen={conditions(selection) > 0} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Found({ discovery, selection }: { discovery: Discovery; selection: Selection }) {
  const closed = discovery.deals.won + discovery.deals.lost;
  return (
    <>
      <Headline discovery={discovery} selection={selection} />
      {closed < FEW && (
        <p className="small">
          {m.few.says} <Link to="/discover/interviews">{m.few.ask}</Link>
          {m.few.more}
        </p>
      )}
      <p className="soft small">
        {discovery.as_of && m.asOf(date(discovery.as_of))} <LastImport />
      </p>
      <section className={css.section}>
        <MapSection selection={selection} />
      </section>
      <section className={css.section}>
        <BottleneckSection selection={selection} />
      </section>
      <section className={css.section}>
        <StageTimesChart stages={discovery.stages} />
      </section>
      <section className={css.section}>
        <LastWon selection={selection} currency={discovery.value.currency} />
      </section>
      {closed >= FEW && (
        <section className={css.section}>
          <GoesWith selection={selection} />
        </section>
      )}
      <section className={css.section}>
        <Comparison discovery={discovery} selection={selection} />
      </section>
      <section className={css.section}>
        <Paths discovery={discovery} selection={selection} />
      </section>
    </>
  );
}

/** The name of a file without the folders it was in. */
const bareName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What came in last, and the way to its report. */
function LastImport() {
  const last = useQuery(importsQuery).data?.find((i) => i.status === 'done');
  const rows = last?.report?.rows;
  if (!last || !rows) return null;
  return (
    <>
      {m.lastImport}{' '}
      <Link to="/imports/$import" params={{ import: last.id }} className="quiet-link">
        {last.files.map(bareName).join(', ')}
      </Link>{' '}
      {m.lastRows(date(last.at), rows.imported, rows.rejected)}
    </>
  );
}

function Nothing({ chosen }: { chosen: boolean }) {
  if (chosen) return <EmptyState title={m.noMatch}>{m.noMatchHelp}</EmptyState>;
  return (
    <EmptyState title={m.empty} picture={<MapPicture />} action={<ImportAction />}>
      {m.emptyHelp}
    </EmptyState>
  );
}
