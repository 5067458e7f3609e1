import { Button, Group, NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react';
import type { Process, Stage, StageKind } from '@/api';
import { CommitmentForm } from './columns/CommitmentForm';
import { m as words } from './columns/messages';
import { NeedForm } from './columns/NeedForm';
import { StageList } from './columns/StageList';
import { StageMore } from './columns/StageMore';
import { TaskForm } from './columns/TaskForm';
import { CriterionForm } from './CriterionForm';
import { firstWords } from './criterion/plain';
import { useVocabulary } from './criterion/vocabulary';
import { kindOfStage, newCommitment, newCriterion, newNeed, newTask, ofStageItself } from './edit';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { FindingNotes } from './FindingNotes';
import { m } from './messages';
import { beginning } from './predicate';
import { NEEDS } from './proposal';

const KINDS: readonly StageKind[] = ['open', 'won', 'lost', 'nurturing', 'after-sale'];

interface Props {
  process: Process;
  stage: Stage;
  place: number;
  onChange: (stage: Stage, about: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** A stage as a form, with everything that there is to it. */
export function StageForm({ process, stage, place, onChange, onMove, onRemove }: Props) {
  const { findings } = useSurroundings();
  const vocabulary = useVocabulary();
  const path = `stages[${place}]`;
  const set = (change: Partial<Stage>, about = '') => onChange({ ...stage, ...change }, about && `${path}.${about}`);
  const list = { stage, path, onChange };
  return (
    <div>
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowLeft size={14} />}
            onClick={() => onMove(-1)}
          >
            {m.editor.earlier}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowRight size={14} />}
            onClick={() => onMove(1)}
          >
            {m.editor.later}
          </Button>
        </Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconTrash size={14} />}
          aria-label={m.editor.removeStage(stage.name)}
          onClick={onRemove}
        >
          {m.editor.remove}
        </Button>
      </Group>
      <FindingNotes findings={ofStageItself(findings, place)} />
      <Basics stage={stage} set={set} />
      <StageList
        {...list}
        list="tasks"
        nameOf={(task) => task.name || task.id}
        fresh={(tasks) => [newTask(tasks)]}
        form={(task, change) => (
          <TaskForm task={task} process={process} onChange={(part, about) => change({ ...task, ...part }, about)} />
        )}
      />
      <StageList
        {...list}
        list="commitments"
        nameOf={(commitment) => commitment.says || commitment.id}
        fresh={newCommitment}
        form={(commitment, change) => (
          <CommitmentForm commitment={commitment} process={process} stage={stage.id} onChange={change} />
        )}
      />
      <StageList
        {...list}
        list="exit"
        nameOf={(criterion) => criterion.says || criterion.id}
        fresh={(exit) => [newCriterion(exit, firstWords(beginning('event'), vocabulary, process.language))]}
        form={(criterion, change) => (
          <CriterionForm criterion={criterion} process={process} stage={stage.id} onChange={change} />
        )}
      />
      {NEEDS.map((name) => (
        <StageList
          {...list}
          key={name}
          list={name}
          nameOf={(need) => need.name || need.id}
          fresh={(needs) => [newNeed(needs)]}
          form={(need, change) => (
            <NeedForm
              need={need}
              process={process}
              item={name === 'content'}
              onChange={(part, about) => change({ ...need, ...part }, about)}
            />
          )}
        />
      ))}
      <StageMore process={process} stage={stage} onChange={set} />
    </div>
  );
}

interface BasicsProps {
  stage: Stage;
  set: (change: Partial<Stage>, about?: string) => void;
}

/** Its name, its kind, its days, what it is for, what the data calls it. */
function Basics({ stage, set }: BasicsProps) {
  const { observed } = useSurroundings();
  const target = (value: number | string) => set({ target_days: typeof value === 'number' ? value : null }, 'target');
  return (
    <>
      <div className={css.fields}>
        <TextInput
          label={m.editor.name}
          data-stage-name
          value={stage.name}
          onChange={(e) => set({ name: e.currentTarget.value }, 'name')}
        />
        <NativeSelect
          label={m.editor.kind}
          value={kindOfStage(stage)}
          onChange={(e) => set({ kind: KINDS.find((k) => k === e.currentTarget.value) ?? 'open' })}
          data={KINDS.map((value) => ({ value, label: m.kind[value] }))}
        />
        <NumberInput label={m.editor.target} min={0} value={stage.target_days ?? ''} onChange={target} />
        <TextInput
          label={m.editor.id}
          inputWrapperOrder={['label', 'input', 'description']}
          description={m.editor.idHelp}
          value={stage.id}
          onChange={(e) => set({ id: e.currentTarget.value }, 'id')}
        />
      </div>
      <Textarea
        mt="sm"
        autosize
        label={m.editor.purpose}
        value={stage.purpose ?? ''}
        onChange={(e) => set({ purpose: e.currentTarget.value }, 'purpose')}
      />
      <div className={css.fields}>
        <TagsInput
          label={m.editor.observed}
          inputWrapperOrder={['label', 'input', 'description']}
          description={m.editor.observedHelp}
          data={observed}
          value={stage.observed ?? []}
          onChange={(names) => set({ observed: names })}
        />
        <Textarea
          autosize
          label={words.form.evidence}
          value={stage.evidence ?? ''}
          onChange={(e) => set({ evidence: e.currentTarget.value }, 'evidence')}
        />
      </div>
    </>
  );
}
