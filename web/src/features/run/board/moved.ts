import type { Board, BoardCard, BoardColumn, BoardColumnPage } from '@/api';
import { given } from '@/ui/given';

/** A card as it will stand in its new column. */
const fresh = (card: BoardCard): BoardCard => ({
  ...card,
  days: 0,
  missing: null,
  ...(!given(card.age) ? {} : { age: 0 }),
});

/** The board with a card in another column, as it will be once the server has moved it; the same one if it cannot tell. */
export function moved(board: Board, card: BoardCard, from: string, to: string): Board {
  if (from === to || !board.columns.some((c) => c.stage_id === from)) return board;
  const value = card.value_minor ?? 0;
  const columns = board.columns.map((column): BoardColumn => {
    if (column.stage_id === from) {
      const cards = column.cards.filter((k) => k.id !== card.id);
      return { ...column, cards, count: column.count - 1, value_minor: column.value_minor - value };
    }
    if (column.stage_id !== to) return column;
    return {
      ...column,
      cards: [fresh(card), ...column.cards],
      count: column.count + 1,
      value_minor: column.value_minor + value,
    };
  });
  return { ...board, columns };
}

/** Pages of a column with a card gone from them, or come to their beginning. */
export function movedPages(pages: BoardColumnPage[], card: BoardCard, comes: boolean): BoardColumnPage[] {
  const without = pages.map((page) => ({ ...page, cards: page.cards.filter((k) => k.id !== card.id) }));
  const [first, ...rest] = without;
  return comes && first ? [{ ...first, cards: [fresh(card), ...first.cards] }, ...rest] : without;
}
