import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import { type Edge, edgeOf } from '@/ui/edge';
import { LIST_NAMES, type ListName, type Place } from './lists';

/** What is dragged: a stage, or a thing of a list. */
export interface Dragged extends Place {
  what: 'stage' | ListName;
}

/** Where it is dropped. */
export interface Dropped extends Dragged {
  edge: Edge;
}

const KINDS = ['stage', ...LIST_NAMES] as const;

type Data = Record<string | symbol, unknown>;

/** What the data of a drag says; none of a drag that is not of these columns. */
export function readDragged({ what, stage, at }: Data): Dragged | null {
  const kind = KINDS.find((k) => k === what);
  return kind && typeof stage === 'number' && typeof at === 'number' ? { what: kind, stage, at } : null;
}

export function readDropped(data: Data): Dropped | null {
  const dragged = readDragged(data);
  return dragged && { ...dragged, edge: data.edge === 'before' ? 'before' : 'after' };
}

interface Refs {
  element: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
}

/** Makes a thing one that can be dragged by its handle, and beside which others of its kind can be dropped. */
export function useDragging({ element, handle }: Refs, { what, stage, at }: Dragged, on: boolean) {
  const [dragged, setDragged] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const [whole, grip] = [element.current, handle.current];
    if (!on || !whole || !grip) return undefined;
    const own = { what, stage, at };
    const across = what === 'stage' && !isStacked();
    const leave = () => setEdge(null);
    const ends = [
      draggable({
        element: whole,
        dragHandle: grip,
        getInitialData: () => ({ ...own }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: whole,
        canDrop: ({ source }) => {
          const other = readDragged(source.data);
          return other?.what === what && !(other.stage === stage && other.at === at);
        },
        getData: ({ input, element: target }) => {
          const box = target.getBoundingClientRect();
          const half = across ? edgeOf(input.clientX, box.left, box.width) : edgeOf(input.clientY, box.top, box.height);
          return { ...own, edge: half };
        },
        onDrag: ({ self }) => setEdge(readDropped(self.data)?.edge ?? null),
        onDragLeave: leave,
        onDrop: leave,
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [element, handle, what, stage, at, on]);
  return { dragged, edge };
}

/** Whether columns stand one under the other, as on a phone. */
const isStacked = (): boolean => window.matchMedia('(width < 48em)').matches;

/** Makes a list one at whose end a thing of its kind can be dropped. */
export function useDropAtEnd(
  element: RefObject<HTMLElement | null>,
  { what, stage, at }: Dragged,
  on: boolean,
): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!on || !element.current) return undefined;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => readDragged(source.data)?.what === what,
      getData: () => ({ what, stage, at, edge: 'before' }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [element, what, stage, at, on]);
  return over;
}
