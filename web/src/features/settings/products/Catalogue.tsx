import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProductLine } from '@/api';
import { useMay } from '@/app/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { price, rate } from '@/ui/price';
import { TableSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { ProductForm } from './ProductForm';
import { productsQuery } from './queries';
import { RemoveProduct } from './RemoveProduct';

/** What the team sells; owners and managers change it. */
export function Catalogue() {
  const query = useQuery(productsQuery);
  const may = useMay('owner', 'manager');
  const [form, setForm] = useState<{ product: ProductLine | null } | null>(null);
  const [removing, setRemoving] = useState<ProductLine | null>(null);
  const n = query.data?.length ?? 0;
  const add = may && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ product: null })}>
      {m.add}
    </Button>
  );
  const says = `${m.says(n)}${may ? '' : ` ${m.readOnly}`}`;
  return (
    <div id="catalogue">
      <Section title={m.title} {...(n > 0 ? { says } : {})} actions={n > 0 && add}>
        <Loaded query={query} skeleton={<TableSkeleton rows={3} />}>
          {(products) =>
            products.length === 0 ? (
              <EmptyState title={m.empty} action={add}>
                {m.emptySays}
              </EmptyState>
            ) : (
              <DataTable
                columns={columnsOf(may, (product) => setForm({ product }), setRemoving)}
                rows={products}
                rowId={(p) => p.id ?? p.name}
                label={m.label}
              />
            )
          }
        </Loaded>
        <ProductForm
          form={form}
          currency={query.data?.find((p) => p.unit.currency !== '')?.unit.currency ?? ''}
          onClose={() => setForm(null)}
        />
        <RemoveProduct product={removing} onClose={() => setRemoving(null)} />
      </Section>
    </div>
  );
}

type Act = (product: ProductLine) => void;

function columnsOf(may: boolean, onEdit: Act, onRemove: Act): Column<ProductLine>[] {
  const shown: Column<ProductLine>[] = [
    { id: 'name', header: m.name, title: true, value: (p) => p.name },
    {
      id: 'unit',
      header: m.unit,
      align: 'right',
      value: (p) => p.unit.minor,
      cell: (p) => `${price(p.unit.minor, p.unit.currency)}${p.unit.currency === '' ? ` (${m.noCurrency})` : ''}`,
    },
    {
      id: 'tax',
      header: m.tax,
      align: 'right',
      value: (p) => Number(p.tax_percent ?? 0),
      cell: (p) => rate(p.tax_percent ?? '0'),
    },
    { id: 'tiers', header: m.tiers, sorts: false, value: tiersOf },
    { id: 'origin', header: m.origin, value: (p) => (given(p.id) ? m.own : m.file) },
  ];
  if (!may) return shown;
  const acts: Column<ProductLine> = {
    id: 'acts',
    header: '',
    align: 'right',
    sorts: false,
    value: () => null,
    cell: (p) => (
      <Group gap={4} justify="flex-end" wrap="nowrap">
        <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.edit(p.name)} onClick={() => onEdit(p)}>
          <IconPencil size={18} />
        </ActionIcon>
        {given(p.id) && (
          <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.remove(p.name)} onClick={() => onRemove(p)}>
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Group>
    ),
  };
  return [...shown, acts];
}

const tiersOf = ({ tiers = [], unit }: ProductLine): string =>
  tiers.map((tier) => m.tier(tier.from, price(tier.unit_minor, unit.currency))).join('; ');
