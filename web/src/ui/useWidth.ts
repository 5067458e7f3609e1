import { useCallback, useState } from 'react';

/** The width a chart has: put `ref` on the element around it, whenever it comes. At least `least`, below which it scrolls. */
export function useWidth(least = 320) {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLDivElement | null) => {
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => setWidth(element.getBoundingClientRect().width);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, width: Math.max(least, Math.floor(width)), known: width > 0 };
}
