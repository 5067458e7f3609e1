import { Link, type LinkProps } from '@tanstack/react-router';
import type { Selection } from '@/app/selection';
import css from './Tabs.module.css';

/** One page of several on the same thing. */
export interface Tab {
  to: LinkProps['to'];
  name: string;
  search: Selection;
}

/** Links to the pages of one thing; the page that is open is marked. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map(({ to, name, search }) => (
        <Link key={name} to={to} search={{ ...search }} className={css.tab} activeOptions={EXACT}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

const EXACT = { includeSearch: false, exact: true };
