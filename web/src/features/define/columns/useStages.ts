import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Process } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { moved, stagesOf, withNewStage, withoutStage, withStages } from '../edit';
import { lineName } from './board';
import { readDragged, readDropped } from './dragging';
import { carried, itemsOf, keysOf, landing, type ListName, type Place } from './lists';
import { m } from './messages';

type Edit = ((process: Process, about: string) => void) | null;

/** Stages and lines moved, added and removed; the focus follows what is moved by key. */
export interface Stages {
  move: (from: number, to: number) => void;
  /** Adds one after a place; -1 for the beginning. */
  add: (after: number) => void;
  remove: (place: number) => void;
  carry: (list: ListName, from: Place, to: Place) => void;
  /** The stage just added, whose name is to be written. */
  fresh: string | null;
  /** What was done, for those who do not see it. */
  said: string;
}

export function useStages(process: Process, edit: Edit, columns: RefObject<HTMLElement | null>): Stages {
  const [fresh, setFresh] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef({ process, edit });
  const follow = useRef<string | null>(null);
  useEffect(() => {
    latest.current = { process, edit };
    if (follow.current === null) return;
    const words = columns.current?.querySelector<HTMLElement>(
      `[data-line="${CSS.escape(follow.current)}"] [data-words]`,
    );
    words?.focus();
    words?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    follow.current = null;
  });
  const change = (next: Process) => latest.current.edit?.(next, '');

  const move = (from: number, to: number) => {
    const stages = stagesOf(latest.current.process);
    const stage = stages[from];
    if (!stage || to < 0 || to >= stages.length || from === to) return;
    change(withStages(latest.current.process, moved(stages, from, to)));
    follow.current = stage.id;
    setSaid(m.movedStage(stage.name, to + 1, stages.length));
  };
  const add = (after: number) => {
    const next = withNewStage(latest.current.process, after, m.newStage);
    change(next);
    setFresh(stagesOf(next)[after + 1]?.id ?? null);
  };
  const remove = (place: number) => {
    const stages = stagesOf(latest.current.process);
    const stage = stages[place];
    if (!stage) return;
    const before = latest.current.process;
    const next = withoutStage(before, place);
    change(next);
    tellAct(m.removed(stage.name), m.undo, () => {
      if (latest.current.process === next) return change(before);
      const now = stagesOf(latest.current.process);
      if (now.some((s) => s.id === stage.id)) return;
      change(withStages(latest.current.process, [...now.slice(0, place), stage, ...now.slice(place)]));
    });
  };
  const carry = (list: ListName, from: Place, to: Place) => {
    const next = carried(latest.current.process, list, from, to);
    const stage = stagesOf(next)[to.stage];
    if (next === latest.current.process || !stage) return;
    const items = itemsOf(stage, list);
    const at = Math.min(Math.max(0, to.at), items.length - 1);
    change(next);
    follow.current = lineName(stage.id, list, keysOf(items)[at] ?? '');
    const item = items[at];
    setSaid(m.movedItem(item === undefined ? '' : 'says' in item ? item.says : item.name, at + 1, stage.name));
  };

  const drop = useRef({ move, carry });
  useEffect(() => {
    drop.current = { move, carry };
  });
  const may = edit !== null;
  useEffect(() => {
    if (!may) return undefined;
    return monitorForElements({
      onDrop: ({ source, location }) => {
        const target = location.current.dropTargets[0];
        const [from, beside] = [readDragged(source.data), target ? readDropped(target.data) : null];
        if (!from || beside?.what !== from.what) return;
        if (from.what === 'stage') {
          const to = landing({ stage: 0, at: from.at }, { stage: 0, at: beside.at }, beside.edge);
          drop.current.move(from.at, to.at);
        } else {
          drop.current.carry(from.what, from, landing(from, beside, beside.edge));
        }
      },
    });
  }, [may]);
  return { move, add, remove, carry, fresh, said };
}
