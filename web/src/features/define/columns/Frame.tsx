import { type ReactNode, useRef } from 'react';
import type { Stage } from '@/api';
import { given } from '@/ui/given';
import { withStage } from '../edit';
import { AddLine } from './AddLine';
import { lineName, useBoard } from './board';
import { useDropAtEnd } from './dragging';
import css from './Lines.module.css';
import { type Item, itemsOf, keysOf, type ListName, withItems } from './lists';
import { m } from './messages';

/** Of which stage a list is. */
export interface OfStage {
  stage: Stage;
  place: number;
}

interface FrameProps<L extends ListName> extends OfStage {
  list: L;
  line: (item: Item<L>, at: number, name: string) => ReactNode;
  /** A new thing of these words. */
  fresh: (items: Item<L>[], words: string) => Item<L>[];
  /** Stands between the heading and the lines. */
  before?: ReactNode;
  /** Stands below the lines. */
  after?: ReactNode;
  /** Opens what is added. */
  opens?: boolean;
  /** Shows the heading where there are no lines, too. */
  always?: boolean;
}

/** A list of a stage in its column. */
export function Frame<L extends ListName>(props: FrameProps<L>) {
  const { stage, place, list, line, fresh, before, after, opens = false, always = false } = props;
  const { process, edit, onOpen } = useBoard();
  const items = itemsOf(stage, list);
  const keys = keysOf(items);
  const end = useRef<HTMLElement>(null);
  const over = useDropAtEnd(end, { what: list, stage: place, at: items.length }, edit !== null);
  if (items.length === 0 && edit === null && !always) return null;
  const add = (text: string) => {
    const added = fresh(items, text);
    edit?.(withStage(process, place, withItems(stage, list, [...items, ...added])), '');
    const [first] = added;
    if (opens && first) onOpen(lineName(stage.id, list, first.id));
  };
  return (
    <section
      ref={end}
      className={css.list}
      data-over={over || undefined}
      aria-label={m.line(m.lists[list].title, stage.name)}
    >
      <h3>{m.lists[list].title}</h3>
      {before}
      {items.length > 0 && <ul className={css.lines}>{items.map((item, at) => line(item, at, keys[at] ?? ''))}</ul>}
      {edit && (
        <AddLine
          label={m.lists[list].add}
          of={stage.name}
          placeholder={m.lists[list].placeholder}
          once={opens}
          onAdd={add}
        />
      )}
      {after}
    </section>
  );
}

/** What its figures rest on, in two lines. */
export const Evidence = ({ text }: { text: string | undefined }) =>
  text ? (
    <span className={css.evidence} title={text}>
      {text}
    </span>
  ) : null;

/** Small facts in a row. */
export const Facts = ({ of }: { of: (string | null | undefined)[] }) => {
  const said = of.filter((fact) => given(fact) && fact !== '');
  return said.length > 0 ? <span className={css.facts}>{said.join(' · ')}</span> : null;
};
