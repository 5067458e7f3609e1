import type { Board, BoardColumn } from '@/api';
import { given } from '@/ui/given';

/** The board with a card in another column, as it will be once the server has moved it; the same one if it cannot tell. */
export function moved(board: Board, card: string, to: string): Board {
  const from = board.columns.find((c) => c.cards.some((k) => k.id === card));
  const shown = from?.cards.find((k) => k.id === card);
  if (!from || !shown || from.stage_id === to) return board;
  const value = shown.value_minor ?? 0;
  const columns = board.columns.map((column): BoardColumn => {
    if (column.stage_id === from.stage_id) {
      const cards = column.cards.filter((k) => k.id !== card);
      return { ...column, cards, count: column.count - 1, value_minor: column.value_minor - value };
    }
    if (column.stage_id !== to) return column;
    const fresh = { ...shown, days: 0, missing: null, ...(!given(shown.age) ? {} : { age: 0 }) };
    return {
      ...column,
      cards: [fresh, ...column.cards],
      count: column.count + 1,
      value_minor: column.value_minor + value,
    };
  });
  return { ...board, columns };
}
