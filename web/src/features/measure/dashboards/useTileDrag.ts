import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import { edgeOf, type Edge } from '@/ui/edge';

type Data = Record<string | symbol, unknown>;

/** The place of the tile that is dragged; none of a drag of something else. */
const tileAt = ({ what, at }: Data): number | null => (what === 'tile' && typeof at === 'number' ? at : null);

/** Makes a tile one that can be dragged by its grip, and beside which others can be dropped. */
export function useTileDrag(
  element: RefObject<HTMLElement | null>,
  grip: RefObject<HTMLElement | null>,
  at: number,
  on: boolean,
) {
  const [dragged, setDragged] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const [whole, handle] = [element.current, grip.current];
    if (!on || !whole || !handle) return undefined;
    const leave = () => setEdge(null);
    const ends = [
      draggable({
        element: whole,
        dragHandle: handle,
        getInitialData: () => ({ what: 'tile', at }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: whole,
        canDrop: ({ source }) => tileAt(source.data) !== null && tileAt(source.data) !== at,
        getData: ({ input, element: target }) => {
          const box = target.getBoundingClientRect();
          return { what: 'tile', at, edge: edgeOf(input.clientX, box.left, box.width) };
        },
        onDrag: ({ self }) => setEdge(self.data.edge === 'before' ? 'before' : 'after'),
        onDragLeave: leave,
        onDrop: leave,
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [element, grip, at, on]);
  return { dragged, edge };
}

/** Tells of a tile that was dropped: the place it came from, and the place before which it is to stand. */
export function useTileDrops(on: boolean, move: (from: number, to: number) => void): void {
  useEffect(() => {
    if (!on) return undefined;
    return monitorForElements({
      canMonitor: ({ source }) => tileAt(source.data) !== null,
      onDrop: ({ source, location }) => {
        const target = location.current.dropTargets[0];
        const [from, to] = [tileAt(source.data), target ? tileAt(target.data) : null];
        if (from === null || to === null || !target) return;
        move(from, target.data.edge === 'before' ? to : to + 1);
      },
    });
  }, [on, move]);
}
