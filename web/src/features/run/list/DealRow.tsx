import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { Deal } from '@/api';
import { m } from '../messages';
import type { ListColumn } from './columns';
import css from './List.module.css';

interface Props {
  /** Told the element, to learn how high it is. */
  measured: (element: HTMLElement | null) => void;
  deal: Deal;
  /** Counted from the first row. */
  place: number;
  /** Pixels from the top of the list. */
  start: number;
  columns: readonly ListColumn[];
  /** None: it cannot be chosen. */
  chosen: boolean | undefined;
  mayChange: boolean;
  /** Whether Tab leads to it. */
  tabbed: boolean;
}

/** A row of the list. It is drawn anew only where something of it changed; clicks and keys are the table's. */
export const DealRow = memo(function DealRow(props: Props) {
  const { measured, deal, place, start, columns, chosen, mayChange, tabbed } = props;
  return (
    <div
      ref={measured}
      data-index={place}
      role="row"
      aria-rowindex={place + 2}
      className={css.row}
      data-chosen={chosen === true || undefined}
      tabIndex={tabbed ? 0 : -1}
      style={{ transform: `translateY(${start}px)` }}
    >
      {chosen !== undefined && (
        <div role="cell" className={css.check}>
          <Checkbox
            size="sm"
            tabIndex={-1}
            aria-label={m.list.choose(deal.name)}
            checked={chosen}
            onChange={() => undefined}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="cell" className={css.cell} data-align={column.align} data-column={column.id}>
          <span className={css.label} aria-hidden>
            {column.header}
          </span>
          {column.cell(deal, mayChange)}
        </div>
      ))}
    </div>
  );
});
