import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { BoardCard } from '@/api';
import { shortMoney } from '@/ui/format';
import { given } from '@/ui/given';
import { m } from '../messages';
import css from './Board.module.css';

interface Props {
  card: BoardCard;
  stage: string;
  currency: string;
  /** None: it cannot be moved. */
  onMove: (() => void) | undefined;
}

/** A deal on the board. Its edge fades with its age; past the target it is called late. */
export function Card({ card, stage, currency, onMove }: Props) {
  const element = useRef<HTMLElement>(null);
  const [dragged, setDragged] = useState(false);
  const movable = onMove !== undefined;
  const { id } = card;
  useEffect(() => {
    if (!element.current || !movable) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ card: id, stage }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [id, stage, movable]);
  const age = card.age ?? 0;
  // Where the age is not known the edge says nothing.
  const style: CSSProperties = given(card.age) ? { '--fresh': `${Math.round(100 * Math.max(0, 1 - age))}%` } : {};
  return (
    <article
      ref={element}
      className={css.card}
      style={style}
      data-card={id}
      data-late={age > 1 || undefined}
      data-dragged={dragged || undefined}
      data-movable={movable || undefined}
    >
      <div className={css.cardHead}>
        <Link to="/deals/$deal" params={{ deal: id }} className={css.cardName} draggable={false}>
          {card.name}
        </Link>
        {movable && (
          <ActionIcon
            size={28}
            variant="subtle"
            c="var(--ink-soft)"
            aria-label={m.board.move(card.name)}
            onClick={onMove}
          >
            <IconArrowsExchange size={16} />
          </ActionIcon>
        )}
      </div>
      {card.account && card.account !== card.name && <div className={css.line}>{card.account}</div>}
      <div className={css.facts}>
        <span className={css.owner}>{card.owner}</span>
        <b>{!given(card.value_minor) ? null : shortMoney(card.value_minor, currency)}</b>
      </div>
      <div className={css.facts}>
        <Here card={card} />
        {card.required > 0 && (
          <span className={css.met} title={m.board.metLabel(card.met, card.required)}>
            <span aria-hidden>{m.board.met(card.met, card.required)}</span>
            <VisuallyHidden>{m.board.metLabel(card.met, card.required)}</VisuallyHidden>
          </span>
        )}
      </div>
      {card.next ? (
        <p className={css.missing} title={card.missing ?? card.next}>
          {card.next}
        </p>
      ) : (
        card.required > 0 && card.met === card.required && <p className={css.ready}>✓ {m.board.ready}</p>
      )}
    </article>
  );
}

/** How long the deal is in its stage, and whether that is longer than it should be. */
function Here({ card }: { card: BoardCard }) {
  const { days, age } = card;
  if (!given(days)) return <span>{m.board.noDate}</span>;
  if (!given(age) || age <= 1) return <span>{m.board.days(days)}</span>;
  return (
    <span className={css.late} title={m.board.lateHelp(days, days / age)}>
      {m.board.days(days)} · {m.board.late}
    </span>
  );
}
