import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { conditions, useSelection } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import css from '../DiscoverPage.module.css';
import { DiscoverTabs } from '../DiscoverTabs';
import { ImportAction } from '../ImportAction';
import { LinePicture } from './LinePicture';
import { LookBackSection } from './LookBackSection';
import { m } from './messages';
import { useBackParams } from './params';
import { lookBackQuery } from './queries';
import { WorkBackwardSection } from './WorkBackwardSection';

/** One closed deal of either outcome. */
const ANY = { n: 1, ended: undefined, spread: false };

/** Closed deals on one line of time, and backward from the won ones to their average steps. */
export function BackPage() {
  const [selection] = useSelection();
  const [{ back, backward }, set] = useBackParams();
  const query = useQuery(lookBackQuery(selection, back));
  const chosen = conditions(selection) > 0;
  const none = query.data?.deals.length === 0 && !query.isPlaceholderData;
  // Without any of the wanted outcome, are there others to look back at?
  const any = useQuery({ ...lookBackQuery(selection, ANY), enabled: none });
  return (
    <>
      <PageHead
        title={m.title}
        says={m.says}
        actions={
          (query.data?.deals.length ?? 0) > 0 && (
            <Button component={Link} to="/define/propose">
              {m.propose}
            </Button>
          )
        }
      />
      <DiscoverTabs />
      <Loaded query={query}>
        {(found) => (
          <div data-stale={query.isPlaceholderData || undefined} className={css.page}>
            {(found.deals.length > 0 || chosen) && <FilterBar />}
            {none && any.data?.deals.length === 0 ? (
              <Nothing chosen={chosen} />
            ) : (
              <>
                <LookBackSection found={found} back={back} onChange={set} />
                <section className={css.section}>
                  <WorkBackwardSection selection={selection} backward={backward} onChange={set} />
                </section>
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Nothing({ chosen }: { chosen: boolean }) {
  if (chosen) return <EmptyState title={m.noMatch}>{m.noMatchHelp}</EmptyState>;
  return (
    <EmptyState title={m.empty} picture={<LinePicture />} action={<ImportAction />}>
      {m.emptyHelp}
    </EmptyState>
  );
}
