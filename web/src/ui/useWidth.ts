import { useElementSize } from '@mantine/hooks';

/** The width a chart has: put `ref` on the element around it. At least `least`, below which it scrolls. */
export function useWidth(least = 320) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  return { ref, width: Math.max(least, Math.floor(width)), known: width > 0 };
}
