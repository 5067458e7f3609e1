import type { Finding } from '@/api';
import { MARK } from '../FindingNotes';
import css from './Lines.module.css';

const RANK = { error: 2, warning: 1, info: 0 } as const;

/** That something was found about a line; what, its details say. */
export function FindingFlag({ findings }: { findings: readonly Finding[] }) {
  const [worst] = [...findings].sort((a, b) => RANK[b.level] - RANK[a.level]);
  if (!worst) return null;
  const says = [...new Set(findings.map((f) => f.message))].join(' ');
  return (
    <span className={css.flag} data-level={worst.level} role="img" aria-label={says} title={says}>
      {MARK[worst.level]}
    </span>
  );
}
