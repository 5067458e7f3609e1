import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldUse } from '@/api';
import { useMay } from '@/app/session';
import { tellUndo } from '@/app/undo';
import { customFieldsQuery } from '@/features/run/useCustomFields';
import { fieldName } from '@/messages';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { count } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { FieldForm } from './FieldForm';
import { fieldOf } from './field';
import { m } from './messages';
import { useKeepField, useRemoveField } from './queries';

/** The fields that the team defined; owners and managers change them. */
export function FieldsOfDeals() {
  const query = useQuery(customFieldsQuery);
  const may = useMay('owner', 'manager');
  const [form, setForm] = useState<{ field: FieldUse | null } | null>(null);
  const remove = useRemoveField();
  const keep = useKeepField();
  const takeAway = (field: FieldUse) =>
    remove.mutate(field, {
      onSuccess: () =>
        tellUndo(m.removed(fieldName(field.name)), m.undo, () => keep.mutate({ place: null, field: fieldOf(field) })),
    });
  const add = may && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ field: null })}>
      {m.add}
    </Button>
  );
  const some = (query.data?.length ?? 0) > 0;
  return (
    <div id="fields">
      <Section title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`} actions={some && add}>
        <Loaded query={query} skeleton={<TableSkeleton rows={2} />}>
          {(fields) =>
            fields.length === 0 ? (
              <EmptyState title={m.empty} action={add}>
                {m.emptySays}
              </EmptyState>
            ) : (
              <DataTable
                columns={columnsOf(may, (field) => setForm({ field }), takeAway)}
                rows={fields}
                rowId={(f) => f.id}
                label={m.label}
              />
            )
          }
        </Loaded>
        <FieldForm form={form} onClose={() => setForm(null)} />
      </Section>
    </div>
  );
}

type Act = (field: FieldUse) => void;

function columnsOf(may: boolean, onEdit: Act, onRemove: Act): Column<FieldUse>[] {
  const shown: Column<FieldUse>[] = [
    { id: 'name', header: m.name, title: true, value: (f) => fieldName(f.name) },
    {
      id: 'kind',
      header: m.kind,
      value: (f) => (f.kind === 'choice' ? (f.choices ?? []).join(', ') : m.kinds[f.kind]),
    },
    { id: 'filled', header: m.filled, align: 'right', value: (f) => f.filled, cell: (f) => count(f.filled) },
    {
      id: 'unfit',
      header: m.unfit,
      value: (f) => f.unfit,
      cell: (f) => (f.unfit === 0 ? '–' : m.unfitOf(f.unfit, f.unfit_values.join(', '))),
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
      cell: (f) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.edit(f.name)} onClick={() => onEdit(f)}>
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.remove(f.name)} onClick={() => onRemove(f)}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ),
    },
  ];
}
