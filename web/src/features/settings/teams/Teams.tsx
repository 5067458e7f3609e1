import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamLine } from '@/api';
import { byField } from '@/app/selection';
import { useMay } from '@/app/session';
import { tellUndo } from '@/app/undo';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { teamsQuery, useKeepTeam, useRemoveTeam } from './queries';
import { TeamForm } from './TeamForm';

/** Who sells together; owners and managers change it. */
export function Teams() {
  const query = useQuery(teamsQuery);
  const may = useMay('owner', 'manager');
  const [form, setForm] = useState<{ team: TeamLine | null } | null>(null);
  const remove = useRemoveTeam();
  const keep = useKeepTeam();
  const takeAway = (line: TeamLine) =>
    remove.mutate(line, {
      onSuccess: () => {
        const { name, members } = line;
        tellUndo(m.removed(name), m.undo, () => keep.mutate({ of: null, team: { name, members: members ?? [] } }));
      },
    });
  const add = may && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ team: null })}>
      {m.add}
    </Button>
  );
  const some = (query.data?.length ?? 0) > 0;
  return (
    <div id="teams">
      <Section title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`} actions={some && add}>
        <Loaded query={query} skeleton={<TableSkeleton rows={2} />}>
          {(teams) =>
            teams.length === 0 ? (
              <EmptyState title={m.empty} action={add}>
                {m.emptySays}
              </EmptyState>
            ) : (
              <DataTable
                columns={columnsOf(may, (team) => setForm({ team }), takeAway)}
                rows={teams}
                rowId={(t) => t.id}
                label={m.label}
              />
            )
          }
        </Loaded>
        <TeamForm form={form} onClose={() => setForm(null)} />
      </Section>
    </div>
  );
}

type Act = (team: TeamLine) => void;

function columnsOf(may: boolean, onEdit: Act, onRemove: Act): Column<TeamLine>[] {
  const shown: Column<TeamLine>[] = [
    { id: 'name', header: m.name, title: true, value: (t) => t.name },
    { id: 'members', header: m.members, long: true, value: (t) => (t.members ?? []).join(', ') },
    {
      id: 'deals',
      header: m.deals,
      sorts: false,
      value: () => null,
      cell: (t) => <DealsLink to={byField('team', t.name)}>{m.deals}</DealsLink>,
    },
  ];
  if (!may) return shown;
  return [
    ...shown,
    {
      id: 'acts',
      header: '',
      align: 'right',
      sorts: false,
      value: () => null,
      cell: (t) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.edit(t.name)} onClick={() => onEdit(t)}>
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.remove(t.name)} onClick={() => onRemove(t)}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ),
    },
  ];
}
