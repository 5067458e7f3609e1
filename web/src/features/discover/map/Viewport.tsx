import { ActionIcon } from '@mantine/core';
import { useViewportSize } from '@mantine/hooks';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { type MouseEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWidth } from '@/ui/useWidth';
import { m } from './messages';
import css from './Viewport.module.css';

interface Props {
  /** Size of what is shown, in px. */
  width: number;
  height: number;
  /** What should be in the middle to begin with, across. */
  centre: number;
  /** The least size at which a map is shown to begin with: below it nothing can be read. */
  least?: number;
  /** All of it to begin with where that can be read, rather than its width alone. */
  all?: boolean;
  label: string;
  /** Told of every size. */
  onZoom?: (zoom: number) => void;
  children: (zoom: number) => ReactNode;
}

const STEP = 1.25;
const LARGEST = 2;

/** Height that a picture may take, as a share of the window's and in px. */
const TALLEST = [0.82, 900] as const;

/** A part of a large picture: it scrolls, by touch and keys too, is drawn along by the mouse, and can be made larger. */
export function Viewport({ width, height, centre, least = 0.62, all = false, label, onZoom, children }: Props) {
  const { ref, width: room, known } = useWidth(200);
  const pane = useRef<HTMLDivElement>(null);
  const share = TALLEST[0] * useViewportSize().height;
  const tall = all ? TALLEST[1] : Math.min(share, TALLEST[1]) || TALLEST[1];
  const wide = Math.min(1, room / Math.max(width, 1));
  const whole = Math.min(wide, tall / Math.max(height, 1));
  const [chosen, setChosen] = useState<number | null>(null);
  const zoom = chosen ?? Math.max(all ? whole : wide, Math.min(least, 1));
  const part = width * zoom > room + 1 || height * zoom > tall + 1;
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);

  useEffect(() => {
    if (known && pane.current) pane.current.scrollLeft = centre * zoom - room / 2;
  }, [known, centre, zoom, room]);

  useEffect(() => onZoom?.(zoom), [onZoom, zoom]);

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button === 0)
      drag.current = { x: event.clientX, y: event.clientY, moved: false };
  };
  const move = (event: PointerEvent) => {
    const [from, at] = [drag.current, pane.current];
    if (!from || !at || event.buttons === 0) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < 5) return;
    at.scrollLeft -= dx;
    at.scrollTop -= dy;
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
  };
  const click = (event: MouseEvent) => {
    if (drag.current?.moved) {
      event.preventDefault();
      event.stopPropagation();
    }
    drag.current = null;
  };
  const set = (next: number) => setChosen(Math.min(LARGEST, Math.max(Math.min(whole, 0.25), next)));
  return (
    <div ref={ref} className={css.frame}>
      <div
        ref={pane}
        className={css.pane}
        style={{ maxHeight: tall }}
        role="group"
        aria-label={label}
        onPointerDown={down}
        onPointerMove={move}
        onClickCapture={click}
        onDragStart={(event) => event.preventDefault()}
      >
        <div className={css.sheet} style={{ width: width * zoom, height: height * zoom }}>
          {children(zoom)}
        </div>
      </div>
      <div className={css.tools}>
        {part && <span className={css.part}>{m.part}</span>}
        <ActionIcon variant="default" onClick={() => set(zoom * STEP)} aria-label={m.larger} title={m.larger}>
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" onClick={() => set(zoom / STEP)} aria-label={m.smaller} title={m.smaller}>
          <IconMinus size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          disabled={zoom === whole}
          onClick={() => setChosen(whole)}
          aria-label={m.fit}
          title={m.fit}
        >
          <IconArrowsMaximize size={16} />
        </ActionIcon>
      </div>
    </div>
  );
}
