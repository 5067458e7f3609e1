import { useQuery } from '@tanstack/react-query';
import { conditions, useSelection } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { ChartSkeleton } from '@/ui/Skeletons';
import { DiscoverTabs } from '../DiscoverTabs';
import { ImportAction } from '../ImportAction';
import { MapPicture } from '../MapPicture';
import { m as shared } from '../messages';
import { ComesBack } from './ComesBack';
import { MapChart } from './MapChart';
import css from './MapPage.module.css';
import { m } from './messages';
import { mapQuery } from './queries';
import { useSettings } from './settings';
import { VariantTable } from './VariantTable';

/** The process map: how deals go from step to step, won against lost, what comes back, and every way. */
export function MapPage() {
  const [selection] = useSelection();
  const [settings, set] = useSettings();
  const { view, activities, paths, shown } = settings;
  const query = useQuery(mapQuery(selection, { view, activities, paths, compare: shown !== 'together' }));
  const stages = query.data?.nodes.filter((n) => n.kind === 'stage').map((n) => n.activity) ?? [];
  return (
    <>
      <PageHead title={m.title} />
      <DiscoverTabs />
      <FilterBar stages={stages} />
      <Loaded query={query} skeleton={<ChartSkeleton height={480} />}>
        {(map) =>
          map.edges.length === 0 ? (
            <Nothing chosen={conditions(selection) > 0} />
          ) : (
            <div data-stale={query.isPlaceholderData || undefined} className={css.page}>
              <MapChart map={map} selection={selection} settings={settings} set={set} />
              <ComesBack map={map} selection={selection} />
              <VariantTable map={map} selection={selection} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Nothing({ chosen }: { chosen: boolean }) {
  if (chosen) return <EmptyState title={shared.noMatch}>{shared.noMatchHelp}</EmptyState>;
  return (
    <EmptyState title={shared.empty} picture={<MapPicture />} action={<ImportAction />}>
      {shared.emptyHelp}
    </EmptyState>
  );
}
