import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { DealOfVersion, HeldDeal } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { count, money } from '@/ui/format';
import { given } from '@/ui/given';
import { type DealFilter, different, filtered } from './choice';
import { m } from './messages';
import css from './Move.module.css';

interface Props {
  deals: readonly DealOfVersion[];
  /** Those that the new version would hold, by id. */
  held: ReadonlyMap<string, HeldDeal>;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Rows shown before one asks for all. */
const FIRST = 50;

/** Deals to choose from, that can be narrowed down. What is chosen stays so while other deals are looked at. */
export function ChooseDeals({ deals, held, chosen, onChoose }: Props) {
  const [filter, setFilter] = useState<DealFilter>({});
  const shown = filtered(deals, filter);
  const inSight = shown.filter((d) => chosen.has(d.id)).length;
  const choose = (ids: readonly string[], on: boolean) => {
    const changed = new Set(ids);
    const kept = [...chosen].filter((id) => !changed.has(id));
    onChoose(new Set(on ? [...kept, ...ids] : kept));
  };
  const columns = columnsOf(held, (deal) => (
    <Checkbox
      size="sm"
      label={deal.name}
      data-pick
      checked={chosen.has(deal.id)}
      onChange={(event) => choose([deal.id], event.currentTarget.checked)}
    />
  ));
  return (
    <>
      <Filters deals={deals} filter={filter} onChange={setFilter} />
      <div className={css.these}>
        {shown.length > 0 && (
          <Checkbox
            size="sm"
            label={m.these(shown.length)}
            checked={inSight === shown.length}
            indeterminate={inSight > 0 && inSight < shown.length}
            onChange={() =>
              choose(
                shown.map((d) => d.id),
                inSight < shown.length,
              )
            }
          />
        )}
        <span className="soft small" role="status">
          {m.chosen(chosen.size, deals.length)}
          {chosen.size > inSight && m.hidden(chosen.size - inSight)}
        </span>
      </div>
      <div className={css.list} role="group" aria-label={m.table.label} onKeyDown={onListKey}>
        <DataTable
          label={m.table.label}
          columns={columns}
          rows={shown}
          rowId={(deal) => deal.id}
          first={FIRST}
          empty={<p className="soft">{m.table.none}</p>}
        />
      </div>
    </>
  );
}

function columnsOf(
  held: ReadonlyMap<string, HeldDeal>,
  box: (deal: DealOfVersion) => ReactNode,
): Column<DealOfVersion>[] {
  const { table } = m;
  return [
    { id: 'name', header: table.name, title: true, value: (d) => d.name, cell: box },
    { id: 'account', header: table.account, value: (d) => d.account },
    { id: 'owner', header: table.owner, value: (d) => d.owner },
    {
      id: 'stage',
      header: table.stage,
      value: (d) => d.stage_name,
      cell: (d) => (
        <span>
          {d.stage_name || m.filter.noStage}
          {held.has(d.id) && <span className={css.held}>{table.held}</span>}
        </span>
      ),
    },
    {
      id: 'value',
      header: table.value,
      align: 'right',
      value: (d) => d.value_minor,
      cell: (d) => money(d.value_minor, d.currency ?? ''),
    },
    {
      id: 'days',
      header: table.days,
      align: 'right',
      value: (d) => d.days,
      cell: (d) => (given(d.days) ? count(d.days) : ''),
    },
  ];
}

interface FiltersProps {
  deals: readonly DealOfVersion[];
  filter: DealFilter;
  onChange: (filter: DealFilter) => void;
}

/** Stands for any; a stage or an owner may have the empty name. */
const ANY = '*';

function Filters({ deals, filter, onChange }: FiltersProps) {
  const without = (name: keyof DealFilter): DealFilter =>
    Object.fromEntries(Object.entries(filter).filter(([n]) => n !== name));
  const set = (name: keyof DealFilter, value: string, none: string) =>
    onChange(value === none ? without(name) : { ...without(name), [name]: value });
  const choices = {
    stage: { values: different(deals.map((d) => d.stage_name)), none: m.filter.noStage },
    owner: { values: different(deals.map((d) => d.owner)), none: m.filter.nobody },
  };
  return (
    <div className={css.filter} role="search" aria-label={m.filter.label}>
      <TextInput
        size="sm"
        label={m.filter.text}
        value={filter.text ?? ''}
        onChange={(event) => set('text', event.currentTarget.value, '')}
        // Enter would move the deals.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {NAMES.map((name) => (
        <NativeSelect
          key={name}
          size="sm"
          label={m.filter[name]}
          value={filter[name] ?? ANY}
          data={[
            { value: ANY, label: m.filter.any },
            ...choices[name].values.map((value) => ({ value, label: value === '' ? choices[name].none : value })),
          ]}
          onChange={(event) => set(name, event.currentTarget.value, ANY)}
        />
      ))}
      {Object.keys(filter).length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange({})}>
          {m.filter.clear}
        </Button>
      )}
    </div>
  );
}

const NAMES = ['stage', 'owner'] as const;

/** `j` and `k` go to the next deal and to the one before, `x` chooses it. */
function onListKey(event: KeyboardEvent<HTMLElement>) {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-pick]')];
  const at = boxes.findIndex((box) => box === document.activeElement);
  if (at < 0) return;
  if (event.key === 'j' || event.key === 'ArrowDown') boxes[at + 1]?.focus();
  else if (event.key === 'k' || event.key === 'ArrowUp') boxes[at - 1]?.focus();
  else if (event.key === 'x') boxes[at]?.click();
  else return;
  event.preventDefault();
}
