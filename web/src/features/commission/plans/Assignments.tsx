import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssignmentLine, PlanLine } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { date, NONE } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { price } from '@/ui/price';
import { TableSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { assignmentsQuery, useUnassign } from '../queries';
import { useConfirmed } from '../useConfirmed';
import { Ask } from './Ask';
import { AssignForm } from './AssignForm';
import { m } from './messages';

/** Who goes by which plan. */
export function Assignments({ plans }: { plans: PlanLine[] }) {
  const query = useQuery(assignmentsQuery);
  const [form, setForm] = useState<{ line: AssignmentLine | null } | null>(null);
  const [removing, setRemoving] = useState<AssignmentLine | null>(null);
  const remove = useUnassign();
  const taking = useConfirmed(remove, () => {
    tell(m.assign.removed(removing?.person ?? ''));
    setRemoving(null);
  });
  return (
    <Section
      title={m.assign.title}
      says={m.assign.says}
      actions={
        plans.length > 0 && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ line: null })}>
            {m.assign.add}
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<TableSkeleton rows={4} />}>
        {(lines) => (
          <DataTable
            columns={columnsOf(plans, (line) => setForm({ line }), setRemoving)}
            rows={lines}
            rowId={(line) => line.id}
            label={m.assign.title}
            first={20}
            empty={<p className="soft">{m.assign.none}</p>}
          />
        )}
      </Loaded>
      <AssignForm form={form} plans={plans} onClose={() => setForm(null)} />
      <Ask
        title={removing && m.assign.removing(removing.person)}
        says={m.assign.removingSays}
        go={m.remove}
        busy={remove.isPending}
        onGo={() => removing && taking.act({ seen: removing, confirmed: false })}
        onClose={() => {
          remove.reset();
          setRemoving(null);
        }}
      >
        {taking.problem && <ProblemNote problem={taking.problem} />}
      </Ask>
      {taking.dialog}
    </Section>
  );
}

type Act = (line: AssignmentLine) => void;

function columnsOf(plans: PlanLine[], onEdit: Act, onRemove: Act): Column<AssignmentLine>[] {
  const planOf = (line: AssignmentLine) => plans.find((plan) => plan.plan === line.plan);
  const currency = (line: AssignmentLine) => planOf(line)?.versions.at(-1)?.terms.currency ?? '';
  return [
    { id: 'person', header: m.assign.person, title: true, value: (line) => line.person },
    { id: 'plan', header: m.assign.plan, value: (line) => planOf(line)?.name ?? line.plan },
    { id: 'from', header: m.assign.from, value: (line) => line.from, cell: (line) => date(line.from) },
    {
      id: 'until',
      header: m.assign.until,
      value: (line) => line.until ?? '',
      cell: (line) => (given(line.until) ? date(line.until) : m.assign.open),
    },
    {
      id: 'target',
      header: m.assign.target,
      align: 'right',
      value: (line) => line.target_minor ?? null,
      cell: (line) => (given(line.target_minor) ? price(line.target_minor, currency(line)) : NONE),
    },
    {
      id: 'acts',
      header: '',
      align: 'right',
      sorts: false,
      value: () => null,
      cell: (line) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon
            size={32}
            variant="subtle"
            c="var(--ink-soft)"
            aria-label={m.assign.edit(line.person)}
            onClick={() => onEdit(line)}
          >
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon
            size={32}
            variant="subtle"
            c="var(--ink-soft)"
            aria-label={m.assign.remove(line.person)}
            onClick={() => onRemove(line)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ),
    },
  ];
}
