import { type RefObject, useEffect, useState } from 'react';

/** Rows above and below what is in sight that are there as well. */
const AROUND = 8;

export interface Range {
  from: number;
  to: number;
}

/** Which of `rows` of a height are in sight, where the list begins at `top` of the screen. */
export function inSight(top: number, screen: number, height: number, rows: number): Range {
  const first = Math.floor(-top / height) - AROUND;
  const last = Math.ceil((screen - top) / height) + AROUND;
  return { from: Math.min(Math.max(0, first), rows), to: Math.min(rows, Math.max(0, last)) };
}

/** The rows of a long list that are worth drawing; the list has the height of them all. */
export function useWindow(list: RefObject<HTMLElement | null>, height: number, rows: number): Range {
  const [range, setRange] = useState<Range>({ from: 0, to: Math.min(rows, 40) });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = inSight(top, window.innerHeight, height, rows);
      setRange((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    later();
    document.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [list, height, rows]);
  return { from: Math.min(range.from, rows), to: Math.min(range.to, rows) };
}
