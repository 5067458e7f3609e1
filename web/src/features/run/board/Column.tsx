import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BoardCard, BoardColumn } from '@/api';
import type { Selection } from '@/app/selection';
import type { Which } from '@/features/define/which';
import { DealsLink } from '@/ui/DealsLink';
import { shortMoney } from '@/ui/format';
import { StageMark } from '../MoveDialog';
import { m } from '../messages';
import { type CardSort, columnQuery } from '../queries';
import css from './Board.module.css';
import { Card } from './Card';
import type { Density } from './density';
import { QuickAdd } from './QuickAdd';

export interface Look {
  selection: Selection;
  which: Which;
  currency: string;
  sort: CardSort;
  density: Density;
}

interface Props {
  column: BoardColumn;
  /** Its place in the process, for letter and colour. */
  place: number;
  look: Look;
  /** Whether cards can be dropped here. */
  takes: boolean;
  /** Whether deals can be added here. */
  mayAdd: boolean;
  onMove: ((card: BoardCard, stage: string) => void) | undefined;
}

/** Cards before the last one at which more are loaded. */
const AHEAD = 25;

/** A stage with its open deals; as many of them as are in sight stand on the page. */
export function Column({ column, place, look, takes, mayAdd, onMove }: Props) {
  const { currency, selection, density } = look;
  const { ref, over } = useDrop(column.stage_id, takes);
  const frame = useRef<HTMLDivElement>(null);
  const { cards, next } = useCards(column, look);
  // Only the list of cards scrolls, so the library's own measuring is all there is to remember.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (density === 'compact' ? 60 : 148),
    getItemKey: (at) => cards[at]?.id ?? at,
    gap: 8,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= cards.length - AHEAD) next?.();
  }, [last, cards.length, next]);
  return (
    <section ref={ref} className={css.column} data-column={column.stage_id} data-over={over || undefined}>
      <header className={css.columnHead}>
        <h2>
          <StageMark kind={column.kind} place={place} /> {column.name}
        </h2>
        <p>
          <ColumnLink column={column} selection={selection} />
          {column.value_minor !== 0 && <span>{shortMoney(column.value_minor, currency)}</span>}
        </p>
        {mayAdd && <QuickAdd stage={column.stage_id} name={column.name} />}
      </header>
      {cards.length === 0 && <p className={css.none}>{m.board.none}</p>}
      <div ref={frame} className={css.cards} data-scroll>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {shown.map((row) => {
            const card = cards[row.index];
            return (
              card && (
                <div
                  key={row.key}
                  ref={rows.measureElement}
                  data-index={row.index}
                  className={css.place}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  <Card
                    card={card}
                    place={row.index}
                    stage={column.stage_id}
                    currency={currency}
                    density={density}
                    onMove={onMove}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}

/** The cards of a column: those of the board until more are wanted, or another order. */
function useCards(column: BoardColumn, { selection, which, sort }: Look) {
  const [wanted, setWanted] = useState(false);
  const more = column.count > column.cards.length;
  const enabled = sort !== 'age' || (wanted && more);
  const query = useInfiniteQuery({ ...columnQuery(selection, which, column.stage_id, sort), enabled });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const cards = useMemo(
    () => (enabled && data ? once(data.pages.flatMap((page) => page.cards)) : column.cards),
    [enabled, data, column.cards],
  );
  const next = useMemo(() => {
    if (!enabled) return more ? () => setWanted(true) : undefined;
    return hasNextPage && !isFetching ? () => void fetchNextPage() : undefined;
  }, [enabled, more, hasNextPage, isFetching, fetchNextPage]);
  return { cards, next };
}

/** A deal that changed its place between two pages stands on both. */
function once(cards: BoardCard[]): BoardCard[] {
  const seen = new Set<string>();
  return cards.filter((card) => !seen.has(card.id) && seen.add(card.id));
}

/** Leads to all deals of a column. */
function ColumnLink({ column, selection }: { column: BoardColumn; selection: Selection }) {
  const stage = column.observed.filter((name) => name !== '');
  if (column.count === 0 || stage.length === 0) return <span>{m.board.count(column.count)}</span>;
  return (
    <DealsLink to={{ ...selection, outcome: ['open'], stage }} label={m.board.allLabel(column.count, column.name)}>
      {m.board.all(column.count)}
    </DealsLink>
  );
}

/** A place where a card can be dropped to go to a stage. */
export function useDrop(stage: string, takes: boolean) {
  const ref = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!ref.current || !takes) return;
    return dropTargetForElements({
      element: ref.current,
      getData: () => ({ stage }),
      canDrop: ({ source }) => source.data.stage !== stage,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [stage, takes]);
  return { ref, over };
}
