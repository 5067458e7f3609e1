import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { FeedbackPartKind, Stage } from '@/api';
import { SayWhatHinders } from '@/features/measure/feedback/SayWhatHinders';
import { isAt, moved, stagesOf, without, withStage } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { RowTools } from '../RowTools';
import { lineName, useBoard } from './board';
import css from './Lines.module.css';
import { useDragging } from './dragging';
import { FindingFlag } from './FindingFlag';
import { InlineText } from './InlineText';
import { type Item, itemsOf, type ListName, withItems } from './lists';
import { m } from './messages';

interface Props<L extends ListName> {
  stage: Stage;
  place: number;
  list: L;
  at: number;
  /** Its key in the list. */
  name: string;
  /** Stands before its words. */
  mark?: ReactNode;
  words: string;
  reworded: (words: string) => Item<L>;
  /** Stands below its words. */
  facts: ReactNode;
  form: (change: (item: Item<L>, about: string) => void) => ReactNode;
}

/** The keys that carry a line, and whereto: down its list, over to other stages. */
const WAYS: Record<string, [number, number] | undefined> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** What feedback calls what a list holds. */
const PART: Record<ListName, FeedbackPartKind> = {
  tasks: 'task',
  commitments: 'commitment',
  exit: 'criterion',
  content: 'content',
  questions: 'question',
};

export const isWriting = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

/** A task, a criterion, a commitment and so on in its column: changed and carried where it stands. */
export function Line<L extends ListName>(props: Props<L>) {
  const { stage, place, list, at, name, mark, words, reworded, facts, form } = props;
  const board = useBoard();
  const { process, edit } = board;
  const element = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const line = lineName(stage.id, list, name);
  const open = board.open === line;
  const may = edit !== null;
  const { dragged, edge } = useDragging({ element, handle }, { what: list, stage: place, at }, may && !open);
  useEffect(() => {
    if (!open || !element.current) return;
    // What opened it may be gone.
    if (document.activeElement === document.body)
      element.current.querySelector<HTMLElement>('[data-form] button')?.focus();
  }, [open]);
  const path = `stages[${place}].${list}[${at}]`;
  const findings = board.findings.filter((f) => isAt(f, path));
  const items = itemsOf(stage, list);
  const put = (next: Item<L>[], about: string) =>
    edit?.(withStage(process, place, withItems(stage, list, next)), about && `${path}.${about}`);
  const change = (next: Item<L>, about: string) =>
    put(
      items.map((other, i) => (i === at ? next : other)),
      about,
    );
  const press = (event: KeyboardEvent) => {
    const way = event.altKey ? WAYS[event.key] : undefined;
    if (!way || !may || open || isWriting(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    const to = { stage: place + way[0], at: at + way[1] };
    if (to.stage < 0 || to.stage >= stagesOf(process).length || to.at < 0) return;
    board.carry(list, { stage: place, at }, to);
  };
  return (
    <li
      ref={element}
      className={css.line}
      data-line={line}
      data-open={open || undefined}
      data-dragged={dragged || undefined}
      data-edge={edge ?? undefined}
      onKeyDown={press}
    >
      <div className={css.lineHead}>
        {may && (
          <span ref={handle} className={css.grip} title={m.drag} aria-hidden>
            <IconGripVertical size={14} />
          </span>
        )}
        {mark}
        <div className={css.lineWords}>
          <InlineText
            value={words}
            label={m.lists[list].what}
            placeholder={m.empty}
            needed
            onKeep={may ? (text) => change(reworded(text), '') : undefined}
          />
          {!open && facts}
        </div>
        {!open && <FindingFlag findings={findings} />}
        <SayWhatHinders
          at={{ process: process.id, stage: stage.id, part: { kind: PART[list], id: items[at]?.id ?? '' } }}
          about={words || name}
          onlyOpen
        />
        {may && (
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            className={css.more ?? ''}
            aria-label={m.more(words || name)}
            aria-expanded={open}
            onClick={() => board.onOpen(open ? null : line)}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
        )}
      </div>
      {open && may && (
        <div className={css.form} data-form>
          {form(change)}
          <FindingNotes findings={findings} />
          <div className={css.formEnd}>
            <RowTools
              name={words || name}
              onMove={(by) => put(moved(items, at, at + by), '')}
              onRemove={() => {
                board.onOpen(null);
                put(without(items, at), '');
              }}
            />
            <Button size="compact-sm" variant="default" onClick={() => board.onOpen(null)}>
              {m.done}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
