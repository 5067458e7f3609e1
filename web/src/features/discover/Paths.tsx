import { useState } from 'react';
import { SegmentedControl } from '@mantine/core';
import type { Discovery } from '@/api';
import { also, type Selection } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, percent } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { shownName } from './activity';
import { m } from './messages';
import css from './Paths.module.css';

type Variant = Discovery['variants']['top'][number];

/** Paths shown before one asks for all. */
const FIRST = 8;

/** The sequences that most deals go through. */
export function Paths({ discovery, selection }: { discovery: Discovery; selection: Selection }) {
  const staged = discovery.stages.length > 0;
  const same = JSON.stringify(discovery.variants.top) === JSON.stringify(discovery.stage_variants.top);
  const two = staged && !same;
  const [kind, setKind] = useState('stages');
  const stages = staged && (same || kind === 'stages');
  const variants = stages ? discovery.stage_variants : discovery.variants;
  const held = variants.top.reduce((sum, v) => sum + v.count, 0) / Math.max(1, discovery.deals.total);
  return (
    <Section
      title={m.paths.title}
      says={m.paths.says(variants.top.length, variants.count, percent(held))}
      actions={
        two && (
          <SegmentedControl
            size="xs"
            value={kind}
            onChange={setKind}
            data={[
              { value: 'stages', label: m.map.stages },
              { value: 'all', label: m.map.all },
            ]}
          />
        )
      }
    >
      <DataTable
        columns={columnsOf(selection, stages)}
        rows={variants.top}
        rowId={(v) => v.path.join('→')}
        label={m.paths.title}
        first={FIRST}
        csv="paths.csv"
      />
    </Section>
  );
}

function columnsOf(selection: Selection, stages: boolean): Column<Variant>[] {
  const to = (v: Variant) => also(selection, stages ? { stage_variant: v.path } : { variant: v.path });
  return [
    {
      id: 'path',
      header: m.paths.path,
      value: (v) => v.path.join(' → '),
      cell: (v) => <PathOf path={v.path} />,
      title: true,
      long: true,
    },
    {
      id: 'deals',
      header: m.paths.deals,
      value: (v) => v.count,
      cell: (v) => <DealsLink to={to(v)}>{count(v.count)}</DealsLink>,
      align: 'right',
    },
    { id: 'won', header: m.paths.won, value: (v) => v.won, cell: (v) => count(v.won), align: 'right' },
    { id: 'lost', header: m.paths.lost, value: (v) => v.lost, cell: (v) => count(v.lost), align: 'right' },
  ];
}

function PathOf({ path }: { path: string[] }) {
  return (
    <ol className={css.path}>
      {path.map((step, i) => (
        <li key={i}>{shownName(step)}</li>
      ))}
    </ol>
  );
}
