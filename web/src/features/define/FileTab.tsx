import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Finding } from '@/api';
import { Patient } from '@/ui/Loaded';
import { ChartSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { FileActions } from './FileActions';
import { LONGEST } from './file';
import { m } from './messages';
import { rulesQuery } from './queries';
import { RuleFindings } from './RuleFindings';
import { silenced } from './silence';
import type { Editing } from './useDraft';
import { m as words } from './versions/messages';
import type { Which } from './which';

const TomlEditor = lazy(() => import('./TomlEditor').then(({ TomlEditor: component }) => ({ default: component })));

interface Props {
  editing: Editing;
  which: Which;
  may: boolean;
}

/** The process as text, saved as one types whether it can be read or not. */
export function FileTab({ editing, which, may }: Props) {
  const { draft, found, checking, process, state } = editing;
  const [goTo, setGoTo] = useState<{ line: number } | null>(null);
  const rules = useQuery(rulesQuery).data ?? [];
  // Until the server has what was changed in the forms, the text is that of before.
  const behind = draft.text === null && (checking || state.is !== 'saved');
  const text = draft.text ?? found.toml;
  const bring = async (file: File | null) => {
    if (!file) return;
    if (file.size > LONGEST) {
      tell(m.file.tooLong);
      return;
    }
    editing.write(await file.text());
    tell(words.file.brought(file.name));
  };
  const go = (finding: Finding) => {
    if (typeof finding.line === 'number') setGoTo({ line: finding.line });
  };
  return (
    <>
      <FileActions text={text} changed={editing.changed} which={which} may={may} onBring={(file) => void bring(file)} />
      {behind && <p className="soft small">{words.file.behind}</p>}
      <Suspense
        fallback={
          <Patient>
            <ChartSkeleton height={480} />
          </Patient>
        }
      >
        <TomlEditor
          label={m.file.label}
          value={text}
          readOnly={!may || behind}
          findings={found.findings}
          goTo={goTo}
          onChange={editing.write}
        />
      </Suspense>
      <RuleFindings
        findings={found.findings}
        rules={rules}
        checking={checking}
        onGo={go}
        {...(may &&
          process &&
          !checking && {
            onSilence: (finding: Finding, reason: string) => editing.edit(silenced(process, finding, reason), ''),
          })}
      />
    </>
  );
}
