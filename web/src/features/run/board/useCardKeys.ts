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

/** Whether a key goes to something that is typed in. */
const typed = (element: Element | null): boolean => (element?.closest('input, textarea, select') ?? null) !== null;

/**
 * Going over the cards of a board by key: `j k h l` from anywhere on the page, arrows while on a card, `m` for the one
 * that is at hand. To the side it goes to the card that stands most nearly at the same height.
 */
export function useCardKeys(board: RefObject<HTMLElement | null>) {
  const current = () => {
    const card = document.activeElement?.closest<HTMLElement>('[data-card]');
    return card && board.current?.contains(card) === true ? card : null;
  };
  const go = (right: number, down: number) => {
    const card = current();
    const columns = all(board.current, '[data-column]').filter((c) => c.querySelector('[data-card]'));
    const at = card ? columns.findIndex((c) => c.contains(card)) : -1;
    const column = columns[card ? Math.min(columns.length - 1, Math.max(0, at + right)) : 0];
    const cards = all(column, '[data-card]').sort((a, b) => place(a) - place(b));
    const row = card ? cards.indexOf(card) : -1;
    const next = !card
      ? (cards.find(inSight) ?? cards[0])
      : right === 0
        ? cards[Math.min(cards.length - 1, Math.max(0, row + down))]
        : nearest(cards, card);
    next?.querySelector('a')?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useKeys({
    j: () => go(0, 1),
    k: () => go(0, -1),
    h: () => go(-1, 0),
    l: () => go(1, 0),
    m: () => {
      current()?.querySelector<HTMLElement>('[data-moves]')?.click();
    },
  });
  return (event: KeyboardEvent) => {
    const on = event.target instanceof Element && typed(event.target) ? null : current();
    const direction = event.key.startsWith('Arrow') && on ? DIRECTIONS[event.key] : undefined;
    if (!direction) return;
    event.preventDefault();
    go(...direction);
  };
}

const top = (element: Element): number => element.getBoundingClientRect().top;

/** The place of a card in its column. */
const place = (card: HTMLElement): number => Number(card.dataset.place ?? 0);

/** Whether a card is seen in its column, which scrolls on its own. */
function inSight(card: HTMLElement): boolean {
  const frame = card.closest('[data-scroll]');
  return !frame || top(card) >= top(frame) - 1;
}

function nearest(cards: HTMLElement[], card: HTMLElement): HTMLElement | undefined {
  const away = (other: HTMLElement) => Math.abs(top(other) - top(card));
  return [...cards].sort((a, b) => away(a) - away(b))[0];
}
