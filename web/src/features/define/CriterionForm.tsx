import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { IconBulb } from '@tabler/icons-react';
import type { Criterion, Process } from '@/api';
import { m as words } from './criterion/messages';
import { HistoryPanel } from './criterion/HistoryPanel';
import { SentenceEditor } from './criterion/SentenceEditor';
import { useVocabulary } from './criterion/vocabulary';
import { retold } from './criterion/plain';
import { isAt } from './edit';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { FindingNotes } from './FindingNotes';
import { GroundMark } from './GroundMark';
import { RowTools } from './RowTools';
import { testOf, withTest } from './predicate';

interface Props {
  criterion: Criterion;
  process: Process;
  /** The id of its stage. */
  stage: string;
  /** Where it stands in the process: `stages[1].exit[0]`. */
  path: string;
  onChange: (criterion: Criterion, about: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** An exit criterion: its words, its test as a sentence of menus, and what history says of it. */
export function CriterionForm({ criterion, process, stage, path, onChange, onMove, onRemove }: Props) {
  const { findings, grounds } = useSurroundings();
  const vocabulary = useVocabulary();
  const label = useId();
  const ground = grounds.find((g) => g.stage === stage && g.criterion === criterion.id);
  const suggestion = ground?.says.replace(/\.$/, '');
  const test = testOf(criterion);
  return (
    <>
      <div className={css.itemHead}>
        <GroundMark ground={ground?.ground} />
        <TextInput
          className={css.grow ?? ''}
          size="sm"
          label={words.form.says}
          value={criterion.says}
          onChange={(e) => onChange({ ...criterion, says: e.currentTarget.value }, `${path}.says`)}
        />
        <RowTools name={criterion.says || criterion.id} onMove={onMove} onRemove={onRemove} />
      </div>
      {suggestion !== undefined && suggestion !== criterion.says && (
        <Button
          className={css.suggestion ?? ''}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBulb size={14} aria-hidden />}
          onClick={() => onChange({ ...criterion, says: suggestion }, '')}
        >
          {words.form.use(suggestion)}
        </Button>
      )}
      <div className={css.test} role="group" aria-labelledby={label}>
        <div id={label} className={css.label}>
          {words.form.test}
        </div>
        <SentenceEditor
          test={test}
          stage={stage}
          onChange={(next) =>
            onChange(withTest(retold(criterion, test, next, vocabulary, process.language), next), `${path}.test`)
          }
        />
      </div>
      <HistoryPanel process={process} stage={stage} test={test} />
      <div className={css.fields}>
        <SegmentedControl
          size="sm"
          aria-label={words.form.weight}
          value={criterion.required === false ? 'wished' : 'required'}
          onChange={(value) => onChange({ ...criterion, required: value === 'required' }, '')}
          data={[
            { value: 'required', label: words.form.required },
            { value: 'wished', label: words.form.wished },
          ]}
        />
        <Textarea
          size="sm"
          autosize
          label={words.form.evidence}
          value={criterion.evidence ?? ''}
          onChange={(e) => onChange({ ...criterion, evidence: e.currentTarget.value }, `${path}.evidence`)}
        />
      </div>
      <FindingNotes findings={findings.filter((f) => isAt(f, path))} />
    </>
  );
}
