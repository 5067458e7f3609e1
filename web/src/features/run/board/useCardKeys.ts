import type { KeyboardEvent, RefObject } from 'react';
import { useKeys } from '@/app/keys';

const DIRECTIONS: Record<string, [number, number] | undefined> = {
  j: [0, 1],
  k: [0, -1],
  h: [-1, 0],
  l: [1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

const all = (within: Element | null | undefined, what: string): HTMLElement[] => [
  ...(within?.querySelectorAll<HTMLElement>(what) ?? []),
];

/**
 * Going over the cards of a board by key: `j k h l` from anywhere on the page, arrows while on a card, `m` for the one
 * that is at hand.
 */
export function useCardKeys(board: RefObject<HTMLElement | null>, onMove: ((card: string) => void) | undefined) {
  const current = () => {
    const card = document.activeElement?.closest<HTMLElement>('[data-card]');
    return card && board.current?.contains(card) === true ? card : null;
  };
  const go = (right: number, down: number) => {
    const card = current();
    const columns = all(board.current, '[data-column]').filter((c) => c.querySelector('[data-card]'));
    const at = card ? columns.findIndex((c) => c.contains(card)) : -1;
    const row = card ? all(columns[at], '[data-card]').indexOf(card) : -1;
    const cards = all(columns[card ? Math.min(columns.length - 1, Math.max(0, at + right)) : 0], '[data-card]');
    const next = cards[Math.min(cards.length - 1, Math.max(0, card ? row + down : 0))];
    next?.querySelector('a')?.focus();
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useKeys({
    j: () => go(0, 1),
    k: () => go(0, -1),
    h: () => go(-1, 0),
    l: () => go(1, 0),
    m: () => {
      const card = current();
      if (card?.dataset.card !== undefined && card.dataset.movable !== undefined) onMove?.(card.dataset.card);
    },
  });
  return (event: KeyboardEvent) => {
    const direction = event.key.startsWith('Arrow') && current() ? DIRECTIONS[event.key] : undefined;
    if (!direction) return;
    event.preventDefault();
    go(...direction);
  };
}
