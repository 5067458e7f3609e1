import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Board, BoardCard, BoardColumnPage } from '@/api';
import type { Selection } from '@/app/selection';
import type { Which } from '@/features/define/which';
import { boardQuery, CARD_SORTS, columnQuery } from '../queries';
import { moved, movedPages } from './moved';

/** Shows a card in its new column before the server has answered; gives back how to return to what was. */
export function useMovedCard(selection: Selection, which: Which) {
  const queries = useQueryClient();
  return (card: BoardCard, from: string, to: string) => {
    void queries.cancelQueries({ queryKey: ['board'] });
    const restore: (() => void)[] = [];
    const { queryKey } = boardQuery(selection, which);
    const board: Board | undefined = queries.getQueryData(queryKey);
    if (board) {
      queries.setQueryData(queryKey, moved(board, card, from, to));
      restore.push(() => queries.setQueryData(queryKey, board));
    }
    for (const [column, comes] of [
      [from, false],
      [to, true],
    ] as const) {
      for (const sort of CARD_SORTS) {
        const { queryKey: key } = columnQuery(selection, which, column, sort);
        const was: InfiniteData<BoardColumnPage, string | null> | undefined = queries.getQueryData(key);
        if (!was) continue;
        queries.setQueryData(key, { ...was, pages: movedPages(was.pages, card, comes) });
        restore.push(() => queries.setQueryData(key, was));
      }
    }
    return () => restore.forEach((act) => act());
  };
}
