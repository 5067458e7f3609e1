import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useId } from 'react';
import type { Criterion, Process } from '@/api';
import { HistoryPanel } from './criterion/HistoryPanel';
import { m } from './criterion/messages';
import { retold } from './criterion/plain';
import { SentenceEditor } from './criterion/SentenceEditor';
import { useVocabulary } from './criterion/vocabulary';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { testOf, withTest } from './predicate';

interface Props {
  criterion: Criterion;
  process: Process;
  /** The id of its stage. */
  stage: string;
  onChange: (criterion: Criterion, about: string) => void;
  /** Without its words, where these stand above already. */
  bare?: boolean;
}

/** An exit criterion: its words, its test as a sentence of menus, and what history says of it. */
export function CriterionForm({ criterion, process, stage, onChange, bare = false }: Props) {
  const { grounds } = useSurroundings();
  const vocabulary = useVocabulary();
  const label = useId();
  const suggestion = grounds.find((g) => g.stage === stage && g.criterion === criterion.id)?.says.replace(/\.$/, '');
  const test = testOf(criterion);
  return (
    <>
      {!bare && (
        <TextInput
          size="sm"
          label={m.form.says}
          value={criterion.says}
          onChange={(e) => onChange({ ...criterion, says: e.currentTarget.value }, 'says')}
        />
      )}
      {suggestion !== undefined && suggestion !== criterion.says && (
        <Button
          className={css.suggestion ?? ''}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBulb size={14} aria-hidden />}
          onClick={() => onChange({ ...criterion, says: suggestion }, '')}
        >
          {m.form.use(suggestion)}
        </Button>
      )}
      <div className={css.test} role="group" aria-labelledby={label}>
        <div id={label} className={css.label}>
          {m.form.test}
        </div>
        <SentenceEditor
          test={test}
          stage={stage}
          onChange={(next) =>
            onChange(withTest(retold(criterion, test, next, vocabulary, process.language), next), 'test')
          }
        />
      </div>
      <HistoryPanel process={process} stage={stage} test={test} />
      <div className={css.fields}>
        <SegmentedControl
          size="sm"
          aria-label={m.form.weight}
          value={criterion.required === false ? 'wished' : 'required'}
          onChange={(value) => onChange({ ...criterion, required: value === 'required' }, '')}
          data={[
            { value: 'required', label: m.form.required },
            { value: 'wished', label: m.form.wished },
          ]}
        />
        <Textarea
          size="sm"
          autosize
          label={m.form.evidence}
          value={criterion.evidence ?? ''}
          onChange={(e) => onChange({ ...criterion, evidence: e.currentTarget.value }, 'evidence')}
        />
      </div>
    </>
  );
}
