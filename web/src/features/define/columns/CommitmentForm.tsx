import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import type { Commitment, Process } from '@/api';
import { HistoryPanel } from '../criterion/HistoryPanel';
import { SentenceEditor } from '../criterion/SentenceEditor';
import { shownBy, withShown } from '../edit';
import css from '../Editor.module.css';
import { beginning } from '../predicate';
import { m } from './messages';
import { daysOf } from './TaskForm';

interface Props {
  commitment: Commitment;
  process: Process;
  /** The id of its stage. */
  stage: string;
  onChange: (commitment: Commitment, about: string) => void;
  /** Without its words, where these stand above already. */
  bare?: boolean;
}

/** All there is to a commitment: what shows that it was kept, too. */
export function CommitmentForm({ commitment, process, stage, onChange, bare = false }: Props) {
  const label = useId();
  const test = shownBy(commitment);
  return (
    <>
      {!bare && (
        <TextInput
          size="sm"
          label={m.form.says}
          value={commitment.says}
          onChange={(e) => onChange({ ...commitment, says: e.currentTarget.value }, 'says')}
        />
      )}
      <div className={css.test} role="group" aria-labelledby={label}>
        <div id={label} className={css.label}>
          {m.form.shown}
        </div>
        {test === null ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange(withShown(commitment, beginning('event')), '')}
          >
            {m.form.addShown}
          </Button>
        ) : (
          <>
            <SentenceEditor
              test={test}
              stage={stage}
              onChange={(next) => onChange(withShown(commitment, next), 'test')}
            />
            <HistoryPanel process={process} stage={stage} test={test} />
            <Button size="compact-sm" variant="subtle" mt={4} onClick={() => onChange(withShown(commitment, null), '')}>
              {m.form.noShown}
            </Button>
          </>
        )}
      </div>
      <div className={css.fields}>
        <NumberInput
          size="sm"
          label={m.form.byWhen}
          min={0}
          value={commitment.due_days ?? ''}
          onChange={(n) => onChange({ ...commitment, due_days: daysOf(n) }, 'due')}
        />
        <Textarea
          size="sm"
          autosize
          label={m.form.evidence}
          value={commitment.evidence ?? ''}
          onChange={(e) => onChange({ ...commitment, evidence: e.currentTarget.value }, 'evidence')}
        />
      </div>
    </>
  );
}
