import { Button } from '@mantine/core';
import { IconExternalLink, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DealFinding, DealFindingKind, DealView, Process } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { FindingForm } from './FindingForm';
import { m } from './messages';
import css from './Present.module.css';
import { findingsQuery, useStrike } from './queries';

/** The kinds in the order in which they stand. */
export const KINDS: readonly DealFindingKind[] = ['use-case', 'pain', 'competitor', 'objection', 'other'];

interface Props {
  view: DealView;
  process: Process | null;
}

/** What was found out about the prospect; later stages use it. */
export function Findings({ view: { deal, may_change: may }, process }: Props) {
  const query = useQuery(findingsQuery(deal.id));
  const strike = useStrike(deal.id);
  const [noting, setNoting] = useState(false);
  const mark = (finding: DealFinding, struck: boolean) =>
    strike.mutate(
      { finding: finding.id, struck },
      {
        onSuccess: () => {
          if (struck) tellAct(m.findings.struck(finding.text), m.findings.undo, () => mark(finding, false));
        },
      },
    );
  return (
    <section className={css.part} aria-labelledby="findings">
      <header className={css.head}>
        <h2 id="findings">{m.findings.title}</h2>
        {may && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setNoting(true)}
          >
            {m.findings.add}
          </Button>
        )}
      </header>
      <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
        {(all: DealFinding[]) => (
          <>
            {!all.some((f) => !f.struck) && <p className="soft">{may ? m.findings.none : m.findings.noneRead}</p>}
            {KINDS.map((kind) => (
              <OfKind
                key={kind}
                kind={kind}
                findings={all.filter((f) => f.kind === kind && !f.struck)}
                onStrike={may ? (finding) => mark(finding, true) : undefined}
              />
            ))}
            <Struck findings={all.filter((f) => f.struck)} onRestore={may ? (f) => mark(f, false) : undefined} />
          </>
        )}
      </Loaded>
      <FindingForm deal={deal.id} process={process} opened={noting} onClose={() => setNoting(false)} />
    </section>
  );
}

interface OfKindProps {
  kind: DealFindingKind;
  findings: DealFinding[];
  onStrike: ((finding: DealFinding) => void) | undefined;
}

function OfKind({ kind, findings, onStrike }: OfKindProps) {
  if (findings.length === 0) return null;
  return (
    <>
      <h3 className={css.kind}>{m.findings.kinds[kind]}</h3>
      <ul className={css.list}>
        {findings.map((finding) => (
          <li key={finding.id} className={css.line}>
            <div>
              <p>
                {finding.text}{' '}
                {finding.link && (
                  <a href={finding.link} target="_blank" rel="noreferrer">
                    {m.findings.source} <IconExternalLink size={14} aria-hidden />
                  </a>
                )}
              </p>
              {finding.by && <p className={css.about}>{m.findings.by(finding.by)}</p>}
            </div>
            {onStrike && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={m.findings.strikeLabel(finding.text)}
                onClick={() => onStrike(finding)}
              >
                {m.findings.strike}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Struck({
  findings,
  onRestore,
}: {
  findings: DealFinding[];
  onRestore: ((finding: DealFinding) => void) | undefined;
}) {
  if (findings.length === 0) return null;
  return (
    <details className={css.more}>
      <summary>{m.findings.showStruck(findings.length)}</summary>
      <ul className={css.list}>
        {findings.map((finding) => (
          <li key={finding.id} className={css.line}>
            <p className={css.struck}>{finding.text}</p>
            {onRestore && (
              <Button size="compact-sm" variant="subtle" onClick={() => onRestore(finding)}>
                {m.findings.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
