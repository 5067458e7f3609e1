import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

interface Props {
  title: string;
  /** What would be here, and how to get it. */
  children: ReactNode;
  /** A picture of how it would look. */
  picture?: ReactNode;
  action?: ReactNode;
}

/** Teaches what would be here. */
export function EmptyState({ title, children, picture, action }: Props) {
  return (
    <div className={css.empty}>
      {picture !== undefined && (
        <div className={css.picture} aria-hidden>
          {picture}
        </div>
      )}
      <h2>{title}</h2>
      <div className={css.words}>{children}</div>
      {action !== undefined && <div className={css.action}>{action}</div>}
    </div>
  );
}
