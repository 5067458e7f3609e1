import type { Outcome } from '@/api';
import { m } from '@/messages';
import css from './OutcomeBadge.module.css';

const MARK: Record<Outcome, string> = { won: '✓', lost: '✕', open: '○' };

/** How a deal stands, by colour, mark and word. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return (
    <span className={css.badge} data-outcome={outcome}>
      <span aria-hidden>{MARK[outcome]}</span> {m.outcome[outcome]}
    </span>
  );
}
