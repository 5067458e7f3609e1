import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProcessDraft, VersionLine } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TableSkeleton } from '@/ui/Skeletons';
import type { Which } from '../which';
import { Comparison, type Pair } from './Comparison';
import { m } from './messages';
import { versionsQuery } from './queries';
import { type Action, waiting } from './standing';
import { VersionCard } from './VersionCard';
import { VersionDialog } from './VersionDialog';
import css from './Versions.module.css';

interface Props {
  /** The active version. */
  active: number;
  draft: ProcessDraft;
  which: Which;
  leads: boolean;
  /** What is compared. */
  compared: Pair | null;
  onCompare: (from: number, to: number | null) => void;
  onClose: () => void;
}

/** Who changed what, when and why, what became of it, and any two versions compared. */
export function VersionsTab({ active, draft, which, leads, compared, onCompare, onClose }: Props) {
  const versions = useQuery(versionsQuery(which));
  const [asked, setAsked] = useState<{ action: Action; line: VersionLine } | null>(null);
  const act = (action: Action, line: VersionLine) => {
    if (action !== 'compare') setAsked({ action, line });
    else if (line.version > active) onCompare(active, line.version);
    else onCompare(line.version, active);
  };
  return (
    <Loaded query={versions} skeleton={<TableSkeleton rows={5} />}>
      {(lines) => (
        <>
          {compared ? (
            <Comparison
              {...compared}
              which={which}
              draft={draft}
              versions={lines.map((l) => l.version)}
              onCompare={onCompare}
              onClose={onClose}
            />
          ) : (
            <Group gap="sm">
              {waiting(lines) > 0 && <span>{m.list.waiting(waiting(lines))}</span>}
              <Button size="compact-sm" variant="default" onClick={() => onCompare(...firstPair(lines, active, draft))}>
                {m.compare.any}
              </Button>
            </Group>
          )}
          <ol className={css.versions}>
            {lines.map((line) => (
              <VersionCard key={line.version} line={line} leads={leads} onAct={act} />
            ))}
          </ol>
          {asked && <VersionDialog {...asked} which={which} active={active} onClose={() => setAsked(null)} />}
        </>
      )}
    </Loaded>
  );
}

/** What is compared first: the draft with the active version, else the last two versions. */
function firstPair(lines: readonly VersionLine[], active: number, draft: ProcessDraft): [number, number | null] {
  const [last, before] = lines;
  if (draft.changed || last === undefined || before === undefined) return [active, null];
  return [before.version, last.version];
}
