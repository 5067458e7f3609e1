import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Selection } from '@/app/selection';
import css from './Figure.module.css';

interface Props {
  /** What it means, before the figure itself. */
  label: string;
  value: string;
  /** Count, interval, quartiles: what it rests on. */
  basis?: ReactNode;
  /** The deals behind it. */
  to?: Selection;
  tone?: 'won' | 'lost' | 'open';
}

const MARK = { won: '✓', lost: '✕', open: '○' } as const;

/** A headline figure with what it rests on, leading to the deals behind it. */
export function Figure({ label, value, basis, to, tone }: Props) {
  const body = (
    <>
      <dt className={css.label}>
        {tone !== undefined && (
          <span className={css.mark} data-tone={tone} aria-hidden>
            {MARK[tone]}
          </span>
        )}
        {label}
      </dt>
      <dd className={css.value}>{value}</dd>
      {basis !== undefined && <dd className={css.basis}>{basis}</dd>}
    </>
  );
  if (to === undefined) return <dl className={css.figure}>{body}</dl>;
  return (
    <Link to="/deals" search={{ ...to }} className={css.link}>
      <dl className={css.figure}>{body}</dl>
    </Link>
  );
}

/** Figures side by side. */
export const Figures = ({ children }: { children: ReactNode }) => <div className={css.figures}>{children}</div>;
