import type { Finding } from '@/api';
import { TextSkeleton } from '@/ui/Skeletons';
import css from './Define.module.css';
import { m } from './messages';

/** The sign of each level. */
export const MARK = { error: '✕', warning: '!', info: 'i' } as const;

const keyOf = (f: Finding): string => f.code + f.path + f.message;

/** Findings beside what they are about. */
export function FindingNotes({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={css.findings}>
      {findings.map((f) => (
        <li key={keyOf(f)} data-level={f.level}>
          <span className={css.level} role="img" aria-label={m.findings.level[f.level]}>
            {MARK[f.level]}
          </span>
          <span>{f.message}</span>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  findings: readonly Finding[] | undefined;
  checking: boolean;
  /** Shows the place that a finding is about. */
  onGo?: (finding: Finding) => void;
}

/** All findings with their lines. */
export function FindingList({ findings, checking, onGo }: Props) {
  return (
    <section className={css.list} aria-live="polite">
      <h3>
        {m.findings.title} {checking && <span className="soft small">{m.findings.checking}</span>}
      </h3>
      {findings === undefined && <TextSkeleton />}
      {findings?.length === 0 && <p className="soft">{m.findings.none}</p>}
      <ul className={css.findings}>
        {findings?.map((f) => (
          <li key={keyOf(f)} data-level={f.level}>
            <span className={css.level} role="img" aria-label={m.findings.level[f.level]}>
              {MARK[f.level]}
            </span>
            <span>
              {typeof f.line === 'number' &&
                (onGo ? (
                  <button type="button" className={css.line} onClick={() => onGo(f)}>
                    {m.findings.line(f.line)}
                  </button>
                ) : (
                  <span className={css.line}>{m.findings.line(f.line)}</span>
                ))}{' '}
              {f.message} <span className="soft tiny">{f.code}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
