import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/app/session';
import { RunTabs } from '@/features/run/RunTabs';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { plansQuery } from '../queries';
import { ViewTabs } from '../ViewTabs';
import { Assignments } from './Assignments';
import { m } from './messages';
import { Plans } from './Plans';
import { Rates } from './Rates';

/** Plans, who goes by them, and exchange rates. */
export function PlansPage() {
  const may = useMay('owner', 'manager');
  return (
    <>
      <PageHead title={m.title} says={may ? m.says : m.readOnly} />
      <RunTabs />
      {may && (
        <>
          <ViewTabs />
          <Kept />
        </>
      )}
    </>
  );
}

function Kept() {
  const query = useQuery(plansQuery);
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={6} />}>
      {(plans) => (
        <>
          <Plans plans={plans} />
          <Assignments plans={plans} />
          <Rates plans={plans} />
        </>
      )}
    </Loaded>
  );
}
