import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Feedback } from '@/api';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import css from './Feedback.module.css';
import { m } from './messages';
import { MeToo } from './MeToo';

/** One thing that was said: what, where, by whom, who is held up, who sees to it. */
export function ItemLine({ item, onOpen }: { item: Feedback; onOpen: () => void }) {
  return (
    <li className={css.item} data-kind={item.kind}>
      <div>
        <Marks item={item} />
        <button type="button" className={css.words} aria-label={m.list.detailsOf(item.words)} onClick={onOpen}>
          {item.words}
        </button>
        <About item={item} />
      </div>
      <div className={css.right}>
        <MeToo item={item} />
        <Owner item={item} />
        <Button size="compact-sm" variant="default" onClick={onOpen} aria-label={m.list.detailsOf(item.words)}>
          {m.list.details}
        </Button>
      </div>
    </li>
  );
}

/** Kind, state, and that it was made up. */
export function Marks({ item }: { item: Feedback }) {
  return (
    <p className={css.marks}>
      <Badge size="sm" variant="default" className={css.kind ?? ''} data-kind={item.kind}>
        {m.kinds[item.kind]}
      </Badge>
      {item.state !== 'open' && (
        <Badge size="sm" variant="default">
          {m.states[item.state]}
        </Badge>
      )}
      {item.sample && <span className={css.small}>{m.sample}</span>}
    </p>
  );
}

/** Where, by whom, when, at which deal. */
export function About({ item }: { item: Feedback }) {
  const { place, deal } = item;
  return (
    <p className={css.about}>
      {given(place.part) && <span>{`${m.list.part[place.part.kind]}: ${place.part.name}`}</span>}
      {item.still === 'part-gone' && <span>{m.list.partGone}</span>}
      <span>{m.list.by(item.author.name, date(item.at))}</span>
      {item.kind !== 'praise' && (item.state === 'open' || item.state === 'taken-up') && (
        <span>{m.list.age(item.open_days)}</span>
      )}
      {given(deal) &&
        (given(deal.name) ? (
          <Link to="/deals/$deal" params={{ deal: deal.id }} className="quiet-link">
            {m.list.deal(deal.name)}
          </Link>
        ) : (
          <span>{m.list.dealGone}</span>
        ))}
      {item.reworded && <span>{m.list.reworded}</span>}
      {item.followers.length > 0 && <span>{m.list.same(item.followers.length)}</span>}
    </p>
  );
}

function Owner({ item }: { item: Feedback }) {
  if (given(item.answer)) return <p className={css.answer}>{item.answer}</p>;
  if (!given(item.owner)) return item.kind === 'praise' ? null : <p className={css.small}>{m.list.nobody}</p>;
  return (
    <p className={css.small}>
      {m.list.owner(item.owner.name)} {given(item.owner_since) && m.list.since(date(item.owner_since))}
      {given(item.until) && (
        <span data-late={item.overdue || undefined} className={css.until}>
          {', '}
          {item.overdue ? m.list.late(date(item.until)) : m.list.until(date(item.until))}
        </span>
      )}
    </p>
  );
}
