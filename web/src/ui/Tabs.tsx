import type { ReactNode } from 'react';
import css from './Tabs.module.css';

/** Links to the pages of one thing, as children; the page that is open is marked. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {children}
    </nav>
  );
}

/** For the links: what is selected makes no other page of it. */
export const PAGE_ALONE = { includeSearch: false, exact: true };
