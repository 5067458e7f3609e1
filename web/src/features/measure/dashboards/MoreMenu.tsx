import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DashboardLine } from '@/api';
import { useUser } from '@/app/session';
import { tellUndo } from '@/app/undo';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useKeepDashboard, useMailDashboard, useRemoveDashboard } from './queries';
import { WeeklyForm } from './WeeklyForm';

/** What else can be done with a dashboard: its link, its mails, its end. */
export function MoreMenu({ line }: { line: DashboardLine }) {
  const { id, dashboard, may_change } = line;
  const me = useUser()?.id;
  const navigate = useNavigate();
  const keep = useKeepDashboard();
  const remove = useRemoveDashboard();
  const mail = useMailDashboard(id);
  const [scheduling, setScheduling] = useState(false);
  const gets = me !== undefined && (dashboard.weekly?.people.includes(me) ?? false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    tell(m.copied);
  };
  const takeAway = () =>
    remove.mutate(line, {
      onSuccess: () => {
        void navigate({ to: '/measure/dashboards' });
        tellUndo(m.removed(dashboard.name), m.undo, () => keep.mutate({ of: null, dashboard }));
      },
    });
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default">{m.more}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void copy()}>{m.copy}</Menu.Item>
          <Menu.Item onClick={() => mail.mutate('now', { onSuccess: () => tell(m.mailed) })}>{m.mailNow}</Menu.Item>
          {dashboard.weekly && (
            <Menu.Item
              onClick={() => mail.mutate(gets ? 'leave' : 'join', { onSuccess: () => tell(gets ? m.left : m.joined) })}
            >
              {gets ? m.leave : m.join}
            </Menu.Item>
          )}
          {may_change && (
            <>
              <Menu.Item onClick={() => setScheduling(true)}>{m.schedule.open}</Menu.Item>
              <Menu.Item color="red" onClick={takeAway}>
                {m.remove}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {scheduling && (
        <WeeklyForm
          weekly={dashboard.weekly}
          shared={dashboard.shared ?? false}
          saving={keep.isPending}
          onClose={() => setScheduling(false)}
          onSave={(weekly) =>
            keep.mutate({ of: line, dashboard: { ...dashboard, weekly } }, { onSuccess: () => setScheduling(false) })
          }
        />
      )}
    </>
  );
}
