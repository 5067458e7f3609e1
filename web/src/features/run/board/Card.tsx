import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, memo, useEffect, useRef, useState } from 'react';
import type { BoardCard } from '@/api';
import { shortMoney } from '@/ui/format';
import { given } from '@/ui/given';
import { decimal } from '../deal/facts';
import { InPlace } from '../edit/InPlace';
import { m } from '../messages';
import { TagList } from '../TagList';
import css from './Board.module.css';
import type { Density } from './density';

interface Props {
  card: BoardCard;
  /** Counted from the top of its column. */
  place: number;
  stage: string;
  /** Of the board; a card names its own where it is another. */
  currency: string;
  density: Density;
  /** None: no card can be moved. */
  onMove: ((card: BoardCard, stage: string) => void) | undefined;
}

/** A deal on the board. Its edge fades with its age; past the target it is called late. */
export const Card = memo(function Card({ card, place, stage, currency, density, onMove }: Props) {
  const element = useRef<HTMLElement>(null);
  const [dragged, setDragged] = useState(false);
  const movable = onMove !== undefined && card.may_change;
  const { id } = card;
  useEffect(() => {
    if (!element.current || !movable) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ card, stage }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [card, stage, movable]);
  const age = card.age ?? 0;
  // Where the age is not known the edge says nothing.
  const style: CSSProperties = given(card.age) ? { '--fresh': `${Math.round(100 * Math.max(0, 1 - age))}%` } : {};
  return (
    <article
      ref={element}
      className={css.card}
      style={style}
      data-card={id}
      data-place={place}
      data-density={density}
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
            data-moves
            aria-label={m.board.move(card.name)}
            onClick={() => onMove(card, stage)}
          >
            <IconArrowsExchange size={16} />
          </ActionIcon>
        )}
      </div>
      {density === 'roomy' && card.account && card.account !== card.name && (
        <div className={css.line}>{card.account}</div>
      )}
      <div className={css.facts}>
        <span className={css.owner}>
          {card.may_change ? <InPlace deal={card} field="owner" value={card.owner ?? ''} /> : card.owner}
        </span>
        <b>
          <Value card={card} currency={currency} />
        </b>
      </div>
      {density === 'roomy' && <Rest card={card} />}
    </article>
  );
});

/** What a deal is worth; changed where it stands. */
function Value({ card, currency }: { card: BoardCard; currency: string }) {
  const minor = card.value_minor;
  const shown = given(minor) ? shortMoney(minor, card.currency === '' ? currency : card.currency) : null;
  if (!card.may_change) return shown;
  return (
    <InPlace deal={card} field="value" value={given(minor) ? decimal(minor) : ''}>
      {shown}
    </InPlace>
  );
}

function Rest({ card }: { card: BoardCard }) {
  return (
    <>
      <TagList tags={card.tags} />
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
      {card.may_change ? (
        <div className={card.next_step === '' ? css.offer : css.step}>
          <InPlace deal={card} field="next_step" value={card.next_step}>
            → {card.next_step}
          </InPlace>
        </div>
      ) : (
        card.next_step !== '' && <div className={css.step}>→ {card.next_step}</div>
      )}
    </>
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
