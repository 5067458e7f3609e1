import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PriceListLine } from '@/api';
import { useMay } from '@/app/session';
import { tellUndo } from '@/app/undo';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { plainList } from './listed';
import { m } from './messages';
import { PriceListForm } from './PriceListForm';
import { priceListsQuery, useKeepList, useRemoveList } from './queries';

/** Other prices of products; owners and managers change them. */
export function PriceLists() {
  const query = useQuery(priceListsQuery);
  const may = useMay('owner', 'manager');
  const [form, setForm] = useState<{ list: PriceListLine | null } | null>(null);
  const remove = useRemoveList();
  const keep = useKeepList();
  const takeAway = (line: PriceListLine) =>
    remove.mutate(line, {
      onSuccess: () => tellUndo(m.removed(line.name), m.undo, () => keep.mutate({ of: null, list: plainList(line) })),
    });
  const add = may && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ list: null })}>
      {m.add}
    </Button>
  );
  const some = (query.data?.length ?? 0) > 0;
  return (
    <div id="prices">
      <Section title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`} actions={some && add}>
        <Loaded query={query} skeleton={<TableSkeleton rows={2} />}>
          {(lists) =>
            lists.length === 0 ? (
              <EmptyState title={m.empty} action={add}>
                {m.emptySays}
              </EmptyState>
            ) : (
              <DataTable
                columns={columnsOf(may, (list) => setForm({ list }), takeAway)}
                rows={lists}
                rowId={(l) => l.id}
                label={m.label}
              />
            )
          }
        </Loaded>
        <PriceListForm form={form} onClose={() => setForm(null)} />
      </Section>
    </div>
  );
}

type Act = (list: PriceListLine) => void;

function columnsOf(may: boolean, onEdit: Act, onRemove: Act): Column<PriceListLine>[] {
  const shown: Column<PriceListLine>[] = [
    { id: 'name', header: m.name, title: true, value: (l) => l.name },
    { id: 'currency', header: m.currency, value: (l) => l.currency },
    { id: 'for', header: m.forWhom, value: forWhom },
    { id: 'holds', header: m.holds, value: holds },
    { id: 'prices', header: m.prices, align: 'right', value: (l) => l.prices?.length ?? 0 },
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
      cell: (l) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.edit(l.name)} onClick={() => onEdit(l)}>
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.remove(l.name)} onClick={() => onRemove(l)}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ),
    },
  ];
}

function forWhom({ segment, territory }: PriceListLine): string {
  const words = [segment, territory].filter((word) => given(word) && word !== '');
  return words.length === 0 ? m.anybody : words.join(', ');
}

function holds({ from, until, valid }: PriceListLine): string {
  const days = [given(from) ? m.since(date(from)) : null, given(until) ? m.until(date(until)) : null];
  const words = days.filter((word) => word !== null).join(' ');
  return `${words === '' ? m.always : words}${valid ? '' : ` (${m.notNow})`}`;
}
