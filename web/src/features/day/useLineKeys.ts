import type { KeyboardEvent, RefObject } from 'react';
import { useKeys } from '@/app/keys';

type List = RefObject<HTMLElement | null>;

function current(list: List): HTMLElement | null {
  const line = document.activeElement?.closest<HTMLElement>('[data-line]') ?? null;
  return line && list.current?.contains(line) === true ? line : null;
}

function go(list: List, step: number): void {
  const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const line = current(list);
  const at = line ? lines.indexOf(line) + step : 0;
  const next = lines[Math.min(lines.length - 1, Math.max(0, at))];
  next?.querySelector<HTMLElement>('a[data-open]')?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** Whoever is on a line that is about to go goes on with the one below, or else above. */
export function leaveLine(list: List): void {
  const line = current(list);
  if (!line) return;
  go(list, 1);
  if (current(list) === line) go(list, -1);
}

/**
 * Going over the lines by `j` and `k`, ticking the one at hand by `x` or space; Enter opens it as the link it is, `f` says
 * what hinders at it.
 */
export function useLineKeys(list: List, onTick: (key: string) => void) {
  const tick = () => {
    const key = current(list)?.dataset.tick;
    if (key !== undefined) onTick(key);
  };
  const does: Record<string, (() => void) | undefined> = {
    j: () => go(list, 1),
    k: () => go(list, -1),
    x: tick,
    f: () => current(list)?.querySelector<HTMLElement>('[data-say]')?.click(),
  };
  useKeys(does);
  /** A box takes the keys that are typed on it; a link knows no space. */
  return (event: KeyboardEvent) => {
    const { target } = event;
    const box = target instanceof HTMLInputElement && target.type === 'checkbox';
    const link = target instanceof HTMLAnchorElement && target.dataset.open !== undefined;
    const act = box ? does[event.key] : link && event.key === ' ' ? tick : undefined;
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
}
