import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Finding, LintRule } from '@/api';
import css from './Define.module.css';
import { MARK } from './FindingNotes';
import { m } from './messages';
import { canSilence } from './silence';
import { m as words } from './versions/messages';
import own from './RuleFindings.module.css';

interface Props {
  findings: readonly Finding[];
  rules: readonly LintRule[];
  checking: boolean;
  onGo: (finding: Finding) => void;
  /** Silences a rule where a finding is; none where nobody may. */
  onSilence?: (finding: Finding, reason: string) => void;
}

// Two findings may say the same of one criterion.
const keyOf = (finding: Finding, place: number): string => `${place} ${finding.code} ${finding.path}`;

/** All findings with their lines, why each matters, and how it is silenced. */
export function RuleFindings({ findings, rules, checking, onGo, onSilence }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <section className={css.list} aria-live="polite">
      <h2 className={own.title}>
        {m.findings.title} {checking && <span className="soft small">{m.findings.checking}</span>}
      </h2>
      {findings.length === 0 && <p className="soft">{m.findings.none}</p>}
      <ul className={css.findings}>
        {findings.map((finding, place) => (
          <li key={keyOf(finding, place)} data-level={finding.level}>
            <span className={css.level} role="img" aria-label={m.findings.level[finding.level]}>
              {MARK[finding.level]}
            </span>
            <div className={own.body}>
              {typeof finding.line === 'number' && (
                <button type="button" className={css.line} onClick={() => onGo(finding)}>
                  {m.findings.line(finding.line)}
                </button>
              )}{' '}
              {finding.message}
              <Rule code={finding.code} rule={rules.find((r) => r.id === finding.code)}>
                {onSilence && canSilence(finding) && asked !== keyOf(finding, place) && (
                  <Button size="compact-sm" variant="default" onClick={() => setAsked(keyOf(finding, place))}>
                    {words.file.silence}
                  </Button>
                )}
              </Rule>
              {onSilence && asked === keyOf(finding, place) && (
                <Silence
                  onGo={(reason) => {
                    setAsked(null);
                    onSilence(finding, reason);
                  }}
                  onClose={() => setAsked(null)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rule({ code, rule, children }: { code: string; rule: LintRule | undefined; children: ReactNode }) {
  if (!rule) return <span className="soft tiny"> {code}</span>;
  return (
    <details className={own.rule}>
      <summary>
        {code}: {rule.title}
      </summary>
      <p>{rule.why}</p>
      <p>{words.file.fixed}</p>
      <pre className={own.example}>{rule.fixed.trim()}</pre>
      {children}
    </details>
  );
}

function Silence({ onGo, onClose }: { onGo: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onGo(reason.trim());
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          className={own.reason ?? ''}
          label={words.file.reason}
          placeholder={words.file.reasonPlaceholder}
          required
          maxLength={500}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" disabled={reason.trim() === ''}>
          {words.file.silenceGo}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.activate.cancel}
        </Button>
      </Group>
    </form>
  );
}
