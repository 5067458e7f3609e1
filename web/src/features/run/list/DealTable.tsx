import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Deal } from '@/api';
import { useKeys } from '@/app/keys';
import type { Density } from '../board/density';
import { m } from '../messages';
import type { ListColumn } from './columns';
import { DealRow } from './DealRow';
import css from './List.module.css';
import { isDescending, pressed, sortedBy } from './order';
import type { Chosen } from './useChosen';

interface Props {
  columns: readonly ListColumn[];
  rows: readonly Deal[];
  /** How many there are in all, loaded or not. */
  total: number;
  sort: string;
  onSort: (sort: string) => void;
  /** Loads further rows; nothing while some are on their way, or at the end. */
  next: (() => void) | undefined;
  density: Density;
  /** None: nothing can be chosen. */
  chosen: Chosen | undefined;
  mayChange: (deal: Deal) => boolean;
}

/** Rows before the last one at which more are loaded. */
const AHEAD = 40;

/** Deals in rows, of which those in sight stand on the page. */
export function DealTable(props: Props) {
  const { columns, rows, total, next, density, chosen, mayChange } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const navigate = useNavigate();
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (density === 'compact' ? 36 : 53),
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 12,
    scrollPaddingStart: 36,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) next?.();
  }, [last, rows.length, next]);
  const focus = (at: number) => {
    const to = Math.min(rows.length - 1, Math.max(0, at));
    setActive(to);
    virtual.scrollToIndex(to);
    // The row may come to the page only now.
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus({ preventScroll: true }),
    );
  };
  const open = (deal: Deal) => void navigate({ to: '/deals/$deal', params: { deal: deal.id } });
  const inFrame = () => frame.current?.contains(document.activeElement) === true;
  useKeys({ j: () => !inFrame() && focus(active ?? 0), k: () => !inFrame() && focus(active ?? 0) });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = placeOf(event.target);
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return;
    const deal = rows[at];
    const step = { j: 1, ArrowDown: 1, J: 1, k: -1, ArrowUp: -1, K: -1, PageDown: 15, PageUp: -15 }[event.key];
    if (step !== undefined) {
      if (event.shiftKey && chosen && Math.abs(step) === 1) {
        if (chosen.deals.size === 0) chosen.toggle(at, false);
        chosen.toggle(Math.min(rows.length - 1, Math.max(0, at + step)), true);
      }
      focus(at + step);
    } else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(rows.length - 1);
    else if (event.key.toLowerCase() === 'x') chosen?.toggle(at, event.shiftKey);
    else if (event.key === 'Enter' && deal) open(deal);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    const deal = at === null ? undefined : rows[at];
    if (at === null || !deal || !(event.target instanceof Element)) return;
    if (event.target.closest('input')) chosen?.toggle(at, event.shiftKey);
    else if (event.target.closest('a, button, label')) return;
    else if (chosen && (event.shiftKey || event.ctrlKey || event.metaKey)) chosen.toggle(at, event.shiftKey);
    else open(deal);
  };
  const style = tracksOf(columns, chosen !== undefined);
  return (
    <div
      ref={frame}
      className={css.frame}
      role="table"
      aria-label={m.list.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (chosen ? 1 : 0)}
      data-density={density}
      style={style}
    >
      <Head {...props} />
      <div
        role="rowgroup"
        className={css.body}
        style={{ height: virtual.getTotalSize() }}
        onFocus={(event) => setActive(placeOf(event.target))}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {shown.map((row) => {
          const deal = rows[row.index];
          return (
            deal && (
              <DealRow
                key={row.key}
                measured={virtual.measureElement}
                deal={deal}
                place={row.index}
                start={row.start}
                columns={columns}
                chosen={chosen?.deals.has(deal.id)}
                mayChange={mayChange(deal)}
                tabbed={row.index === (active ?? shown[0]?.index)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** The place of the row that something stands in. */
function placeOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row?.dataset.index === undefined ? null : Number(row.dataset.index);
}

/** The widths of the columns, and how wide all rows are at least. */
function tracksOf(columns: readonly ListColumn[], choosing: boolean): CSSProperties {
  const tracks = columns.map((c) => `minmax(${c.least}px, ${c.share}fr)`);
  const gaps = GAP * (columns.length + 1) + (choosing ? CHECK + GAP : 0);
  const least = columns.reduce((sum, c) => sum + c.least, gaps);
  return { '--tracks': [...(choosing ? [`${CHECK}px`] : []), ...tracks].join(' '), '--least': `${least}px` };
}

/** Pixels of the column with the boxes, and between columns. */
const CHECK = 36;
const GAP = 16;

function Head({ columns, rows, sort, onSort, chosen }: Props) {
  const by = sortedBy(sort);
  const all = chosen !== undefined && rows.length > 0 && rows.every((deal) => chosen.deals.has(deal.id));
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" aria-rowindex={1} className={css.headRow}>
        {chosen && (
          <div role="columnheader" className={css.check}>
            <Checkbox
              size="sm"
              aria-label={m.list.chooseAll(rows.length)}
              checked={all}
              indeterminate={!all && chosen.deals.size > 0}
              onChange={() => chosen.set(all ? [] : rows)}
            />
          </div>
        )}
        {columns.map((column) => {
          const order = column.id !== by ? 'none' : isDescending(sort) ? 'descending' : 'ascending';
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={order}
              className={css.heading}
              data-align={column.align}
            >
              <button type="button" onClick={() => onSort(pressed(sort, column.id))}>
                {column.header}
                {order === 'ascending' && <IconArrowUp size={14} aria-hidden />}
                {order === 'descending' && <IconArrowDown size={14} aria-hidden />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
