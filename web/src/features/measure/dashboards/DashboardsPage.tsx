import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { DashboardLine } from '@/api';
import { useUser } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { MeasureNav } from '../MeasureNav';
import cards from '../metrics/Metrics.module.css';
import { m } from './messages';
import { dashboardsQuery, useKeepDashboard } from './queries';

/** The dashboards that one sees. */
export function DashboardsPage() {
  const dashboards = useQuery(dashboardsQuery);
  const navigate = useNavigate();
  const keep = useKeepDashboard();
  const add = () =>
    keep.mutate(
      { of: null, dashboard: { name: m.firstName, says: '', span: 'quarter', shared: false, tiles: [] } },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/measure/dashboards/$dashboard', params: { dashboard: id }, search: { arrange: '1' } }),
      },
    );
  const button = (
    <Button loading={keep.isPending} leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
      {m.add}
    </Button>
  );
  return (
    <>
      <MeasureNav />
      <PageHead title={m.title} says={m.says} actions={button} />
      <Loaded query={dashboards}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={m.empty.title} action={button}>
              {m.empty.says}
            </EmptyState>
          ) : (
            <ul className={cards.cards}>
              {all.map((line) => (
                <Card key={line.id} line={line} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Card({ line: { id, owner, owner_name, dashboard } }: { line: DashboardLine }) {
  const me = useUser()?.id;
  const facts = [
    m.tiles(dashboard.tiles?.length ?? 0),
    m.span[dashboard.span ?? 'all'],
    ...(owner === me ? [] : [m.by(owner_name)]),
    ...(dashboard.shared ? [m.shared] : []),
    ...(dashboard.weekly ? [m.weekly] : []),
  ];
  return (
    <li>
      <Link to="/measure/dashboards/$dashboard" params={{ dashboard: id }} className={cards.card ?? ''}>
        <h3>{dashboard.name}</h3>
        <p>{dashboard.says}</p>
        <p>{facts.join(' · ')}</p>
      </Link>
    </li>
  );
}
