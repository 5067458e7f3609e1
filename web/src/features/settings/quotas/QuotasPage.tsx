import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BASE, type Quota, type QuotaLine } from '@/api';
import { useMay } from '@/app/session';
import { tellUndo } from '@/app/undo';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { date, money } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { MeasureFiles } from '@/features/measure/MeasureFiles';
import { SettingsTabs } from '../SettingsTabs';
import { AttainedTable } from './AttainedTable';
import { m } from './messages';
import { QuotaForm } from './QuotaForm';
import { attainmentQuery, quotasQuery, useKeepQuota, useRemoveQuota } from './queries';

/** What people and teams are to win, and what they won of it. */
export function QuotasPage() {
  const query = useQuery(quotasQuery);
  const attained = useQuery(attainmentQuery);
  const may = useMay('owner', 'manager');
  const [form, setForm] = useState<{ quota: QuotaLine | null } | null>(null);
  const remove = useRemoveQuota();
  const keep = useKeepQuota();
  const takeAway = (line: QuotaLine) =>
    remove.mutate(line, {
      onSuccess: () => {
        const { who, name, amount_minor, currency, per, from } = line;
        const quota: Quota = { who, name, amount_minor, currency, per, from };
        tellUndo(m.removed(name), m.undo, () => keep.mutate({ of: null, quota }));
      },
    });
  const add = may && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ quota: null })}>
      {m.add}
    </Button>
  );
  const some = (query.data?.length ?? 0) > 0;
  const last = attained.data?.as_of ?? new Date().toISOString();
  const begin = { currency: query.data?.[0]?.currency ?? 'EUR', from: `${last.slice(0, 7)}-01` };
  return (
    <>
      <PageHead title={m.page} />
      <SettingsTabs />
      <Section title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`} actions={some && add}>
        <Loaded query={query} skeleton={<TableSkeleton rows={2} />}>
          {(quotas) =>
            quotas.length === 0 ? (
              <EmptyState title={m.empty} action={add}>
                {m.emptySays}
              </EmptyState>
            ) : (
              <DataTable
                columns={columnsOf(may, (quota) => setForm({ quota }), takeAway)}
                rows={quotas}
                rowId={(q) => q.id}
                label={m.label}
                first={30}
              />
            )
          }
        </Loaded>
        <QuotaForm form={form} begin={begin} onClose={() => setForm(null)} />
      </Section>
      {some && (
        <Loaded query={attained} skeleton={<TableSkeleton rows={4} />}>
          {({ rows, sentence }) => (
            <Section
              title={m.won.title}
              says={sentence}
              actions={<MeasureFiles csv={`${BASE}/measure/attainment.csv`} />}
            >
              {rows.length === 0 ? <p className="soft">{m.won.none}</p> : <AttainedTable rows={rows} />}
            </Section>
          )}
        </Loaded>
      )}
    </>
  );
}

type Act = (quota: QuotaLine) => void;

function columnsOf(may: boolean, onEdit: Act, onRemove: Act): Column<QuotaLine>[] {
  const shown: Column<QuotaLine>[] = [
    {
      id: 'name',
      header: m.who,
      title: true,
      value: (q) => q.name,
      cell: (q) => (
        <span>
          {q.name} {q.who === 'team' && <span className="soft small">{m.isTeam}</span>}
        </span>
      ),
    },
    {
      id: 'amount',
      header: m.amount,
      align: 'right',
      value: (q) => q.amount_minor,
      cell: (q) => money(q.amount_minor, q.currency),
    },
    { id: 'per', header: m.per, value: (q) => m[q.per] },
    { id: 'from', header: m.from, value: (q) => q.from, cell: (q) => date(q.from) },
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
      cell: (q) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.edit(q.name)} onClick={() => onEdit(q)}>
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.remove(q.name)} onClick={() => onRemove(q)}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ),
    },
  ];
}
