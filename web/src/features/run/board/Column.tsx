import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import type { BoardColumn } from '@/api';
import type { Selection } from '@/app/selection';
import { DealsLink } from '@/ui/DealsLink';
import { shortMoney } from '@/ui/format';
import { StageMark } from '../MoveDialog';
import { m } from '../messages';
import css from './Board.module.css';
import { Card } from './Card';

interface Props {
  column: BoardColumn;
  /** Its place in the process, for letter and colour. */
  place: number;
  currency: string;
  selection: Selection;
  /** Whether cards can be dropped here. */
  takes: boolean;
  onMove: ((card: string) => void) | undefined;
}

/** A stage with its open deals. */
export function Column({ column, place, currency, selection, takes, onMove }: Props) {
  const { ref, over } = useDrop(column.stage_id, takes);
  const hidden = column.count - column.cards.length;
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
      </header>
      {column.cards.length === 0 && <p className={css.none}>{m.board.none}</p>}
      {column.cards.map((card) => (
        <Card
          key={card.id}
          card={card}
          stage={column.stage_id}
          currency={currency}
          onMove={onMove && card.may_change ? () => onMove(card.id) : undefined}
        />
      ))}
      {hidden > 0 && (
        <p className={css.none}>
          {m.board.first(column.cards.length)} <ColumnLink column={column} selection={selection} />
        </p>
      )}
    </section>
  );
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
