import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { Criterion } from '@/api';
import { isAt } from './edit';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { FindingNotes } from './FindingNotes';
import { GroundMark } from './GroundMark';
import { m } from './messages';
import { PredicateForm } from './PredicateForm';
import { RowTools } from './RowTools';
import { testOf, withTest } from './predicate';

interface Props {
  criterion: Criterion;
  stage: string;
  /** Where it stands in the process: `stages[1].exit[0]`. */
  path: string;
  onChange: (criterion: Criterion, about: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** An exit criterion as a form. */
export function CriterionForm({ criterion, stage, path, onChange, onMove, onRemove }: Props) {
  const { findings, grounds } = useSurroundings();
  const ground = grounds.find((g) => g.stage === stage && g.criterion === criterion.id);
  const suggestion = ground?.says.replace(/\.$/, '');
  return (
    <li className={css.item}>
      <div className={css.itemHead}>
        <GroundMark ground={ground?.ground} />
        <TextInput
          className={css.grow ?? ''}
          size="sm"
          label={m.editor.says}
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
          {m.editor.suggest(suggestion)}
        </Button>
      )}
      <PredicateForm
        test={testOf(criterion)}
        onChange={(test) => onChange(withTest(criterion, test), `${path}.test`)}
      />
      <div className={css.fields}>
        <SegmentedControl
          size="sm"
          aria-label={m.editor.weight}
          value={criterion.required === false ? 'wished' : 'required'}
          onChange={(value) => onChange({ ...criterion, required: value === 'required' }, '')}
          data={[
            { value: 'required', label: m.editor.required },
            { value: 'wished', label: m.editor.wished },
          ]}
        />
        <Textarea
          size="sm"
          autosize
          label={m.stage.evidence}
          value={criterion.evidence ?? ''}
          onChange={(e) => onChange({ ...criterion, evidence: e.currentTarget.value }, `${path}.evidence`)}
        />
      </div>
      <FindingNotes findings={findings.filter((f) => isAt(f, path))} />
    </li>
  );
}
