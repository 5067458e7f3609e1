import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import css from './Tabs.module.css';

/** Links to the pages of one thing, as children; the page that is open is marked, and in sight on a phone. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: (at) => at.pathname });
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (open && nav.current)
      nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={nav} className={css.tabs} aria-label={label}>
      {children}
    </nav>
  );
}

/** For the links: what is selected makes no other page of it. */
export const PAGE_ALONE = { includeSearch: false, exact: true };
