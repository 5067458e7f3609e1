import { Checkbox, Group, MultiSelect, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Weekly } from '@/api';
import { useUser } from '@/app/session';
import { usersQuery } from '@/features/settings/queries';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';

interface Props {
  weekly: Weekly | null | undefined;
  /** Whether others see the dashboard. */
  shared: boolean;
  saving: boolean;
  onSave: (weekly: Weekly | null) => void;
  onClose: () => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `${hour}`);

/** Says when a dashboard goes out by mail, and to whom. */
export function WeeklyForm({ weekly, shared, saving, onSave, onClose }: Props) {
  const me = useUser()?.id;
  const users = useQuery(usersQuery).data ?? [];
  const [on, setOn] = useState(Boolean(weekly));
  const [day, setDay] = useState(weekly?.day ?? 1);
  const [hour, setHour] = useState(weekly?.hour ?? 7);
  const [people, setPeople] = useState<string[]>(weekly?.people ?? (me ? [me] : []));
  const known = users.filter((user) => !user.disabled && (shared || user.id === me));
  return (
    <FormDialog
      opened
      title={m.schedule.title}
      go={m.schedule.save}
      busy={saving}
      onSend={() => onSave(on ? { day, hour, people } : null)}
      onClose={onClose}
    >
      <p className="soft" style={{ margin: 0 }}>
        {m.schedule.says}
      </p>
      <Checkbox label={m.schedule.on} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
      {on && (
        <>
          <Group gap="sm" grow>
            <NativeSelect
              label={m.schedule.day}
              value={`${day}`}
              onChange={(event) => setDay(Number(event.currentTarget.value))}
              data={m.schedule.days.map((label, at) => ({ value: `${at + 1}`, label }))}
            />
            <NativeSelect
              label={m.schedule.hour}
              value={`${hour}`}
              onChange={(event) => setHour(Number(event.currentTarget.value))}
              data={HOURS.map((value) => ({ value, label: `${value.padStart(2, '0')}:00` }))}
            />
          </Group>
          <MultiSelect
            label={m.schedule.people}
            description={shared ? undefined : m.schedule.peopleHelp}
            searchable
            value={people}
            onChange={setPeople}
            data={known.map((user) => ({ value: user.id, label: user.name }))}
          />
        </>
      )}
    </FormDialog>
  );
}
