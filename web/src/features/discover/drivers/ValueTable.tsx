import { useMemo } from 'react';
import type { Driver, ValueEffect } from '@/api';
import { also, type Selection } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { exactPercent, NONE } from '@/ui/format';
import { given } from '@/ui/given';
import { m } from './messages';
import { asChoice, oddsText } from './odds';

/** Every value of an attribute against all others. */
export function ValueTable({ driver, selection }: { driver: Driver; selection: Selection }) {
  const columns = useMemo(() => columnsOf(selection), [selection]);
  return (
    <DataTable
      columns={columns}
      rows={driver.values}
      rowId={(v) => v.value}
      label={driver.title}
      sort={{ id: 'odds', desc: true }}
      first={12}
    />
  );
}

const between = (v: ValueEffect): string => {
  const odds = v.odds_ratio;
  if (!given(odds)) return NONE;
  const has = given(odds.low) && given(odds.high);
  return has
    ? `${oddsText(odds.value)}× (${oddsText(odds.low)} to ${oddsText(odds.high)})`
    : `${oddsText(odds.value)}×`;
};

/** `12`, `−3`, `0`. */
export const wholePoints = (share: number): string => {
  const n = Math.round(share * 100);
  return n < 0 ? `−${-n}` : `${Math.abs(n)}`;
};

const points = (v: ValueEffect): string => {
  const p = v.points;
  if (!given(p)) return NONE;
  const text = (x: number | null | undefined) => (given(x) ? wholePoints(x) : NONE);
  return `${text(p.value)} (${text(p.low)} to ${text(p.high)})`;
};

function columnsOf(selection: Selection): Column<ValueEffect>[] {
  const all = (v: ValueEffect) => v.deals.won + v.deals.lost;
  const link = (v: ValueEffect, text: string) => {
    const chosen = asChoice(v.selection);
    return chosen ? <DealsLink to={also(selection, { ...chosen, outcome: ['won', 'lost'] })}>{text}</DealsLink> : text;
  };
  return [
    { id: 'value', header: m.value, value: (v) => v.value, cell: (v) => link(v, v.value), title: true },
    {
      id: 'won',
      header: m.winRate,
      value: (v) => v.deals.won / Math.max(1, all(v)),
      cell: (v) => `${m.counts(v.deals.won, all(v))} (${exactPercent(v.deals.won / Math.max(1, all(v)))})`,
      align: 'right',
    },
    { id: 'odds', header: m.against, value: (v) => v.odds_ratio?.value, cell: between, align: 'right' },
    { id: 'points', header: m.points, value: (v) => v.points?.value, cell: points, align: 'right' },
  ];
}
