import { Skeleton } from '@mantine/core';
import css from './Board.module.css';

/** Columns with cards, before they are there. */
export const BoardSkeleton = () => (
  <div className={css.board}>
    {[4, 3, 2, 1].map((cards) => (
      <div key={cards} className={css.column}>
        <Skeleton height={44} mb="sm" />
        {Array.from({ length: cards }, (_, i) => (
          <Skeleton key={i} height={120} mb="sm" />
        ))}
      </div>
    ))}
  </div>
);
