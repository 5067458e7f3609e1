import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Selection } from '@/app/selection';

interface Props {
  /** Which deals. */
  to: Selection;
  children: ReactNode;
  /** What it says to those who do not see the page around it. */
  label?: string;
}

/** Leads from a figure to the deals behind it. */
export function DealsLink({ to, children, label }: Props) {
  return (
    <Link
      to="/deals"
      search={{ ...to }}
      className="quiet-link"
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Link>
  );
}
