import { Link, type LinkProps } from '@tanstack/react-router';
import css from './Tabs.module.css';

/** One page of several on the same thing. */
export type Tab = Pick<LinkProps, 'to' | 'search'> & { name: string };

/** Links to the pages of one thing; the page that is open is marked. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map(({ name, ...link }) => (
        <Link key={name} {...link} className={css.tab} activeOptions={EXACT}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

const EXACT = { includeSearch: false, exact: true };
