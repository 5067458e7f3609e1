import { Button, Menu } from '@mantine/core';
import { IconLayoutDashboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { DashboardLine } from '@/api';
import { listsOf } from '@/app/selection';
import { tellAct } from '@/ui/ActNote';
import { tell } from '@/ui/toast';
import type { Params } from '../metrics/params';
import { m } from './messages';
import { dashboardsQuery, useKeepDashboard } from './queries';
import { inManual, MOST, metricTile } from './tiles';

interface Props {
  metric: string;
  params: Params;
}

/** Puts what a metric's page shows on a dashboard. */
export function PinMenu({ metric, params: { ask, by } }: Props) {
  const dashboards = useQuery(dashboardsQuery).data ?? [];
  const keep = useKeepDashboard();
  const navigate = useNavigate();
  const tile = () => metricTile({ metric, title: '', show: by.length > 0 ? 'groups' : 'series', params: listsOf(ask) });
  const put = (of: DashboardLine | null) => {
    const dashboard = of
      ? { ...of.dashboard, tiles: [...(of.dashboard.tiles ?? []), tile()] }
      : { name: m.firstName, says: '', span: 'quarter' as const, shared: false, tiles: [tile()] };
    keep.mutate(
      { of, dashboard },
      {
        onSuccess: ({ id, dashboard: { name } }) =>
          tellAct(
            m.pin.put(name),
            name,
            () => void navigate({ to: '/measure/dashboards/$dashboard', params: { dashboard: id } }),
          ),
      },
    );
  };
  const copy = async () => {
    await navigator.clipboard.writeText(inManual(metric, by.length > 0 ? 'groups' : 'series', ask));
    tell(m.pin.manualCopied);
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={keep.isPending} leftSection={<IconLayoutDashboard size={16} aria-hidden />}>
          {m.pin.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
        {dashboards
          .filter((line) => line.may_change)
          .map((line) => {
            const full = (line.dashboard.tiles?.length ?? 0) >= MOST;
            return (
              <Menu.Item key={line.id} disabled={full} title={full ? m.pin.full : undefined} onClick={() => put(line)}>
                {line.dashboard.name}
              </Menu.Item>
            );
          })}
        <Menu.Item onClick={() => put(null)}>{m.pin.fresh}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void copy()}>{m.pin.manual}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
