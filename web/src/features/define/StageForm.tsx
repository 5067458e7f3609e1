import { Button, Group, NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Criterion, Process, Stage, StageKind, Task } from '@/api';
import { CriterionForm } from './CriterionForm';
import { isAt, kindOfStage, moved, newCriterion, newTask, ofStageItself, replaced, without } from './edit';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { FindingNotes } from './FindingNotes';
import { m } from './messages';
import { Needs } from './Needs';
import { NEEDS } from './proposal';
import { RowTools } from './RowTools';

const KINDS: readonly StageKind[] = ['open', 'won', 'lost', 'nurturing', 'after-sale'];

interface Props {
  process: Process;
  stage: Stage;
  place: number;
  onChange: (stage: Stage, about: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** A stage as a form. */
export function StageForm({ process, stage, place, onChange, onMove, onRemove }: Props) {
  const { findings, observed } = useSurroundings();
  const path = `stages[${place}]`;
  const set = (change: Partial<Stage>, about = '') => onChange({ ...stage, ...change }, about && `${path}.${about}`);
  const target = (value: number | string) => set({ target_days: typeof value === 'number' ? value : null }, 'target');
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
          label={m.editor.evidence}
          value={stage.evidence ?? ''}
          onChange={(e) => set({ evidence: e.currentTarget.value }, 'evidence')}
        />
      </div>
      <Tasks tasks={stage.tasks ?? []} path={path} onChange={(tasks, about) => set({ tasks }, about)} />
      <Criteria
        exit={stage.exit ?? []}
        process={process}
        stage={stage.id}
        path={path}
        onChange={(exit, about) => onChange({ ...stage, exit }, about)}
      />
      {NEEDS.map((list) => (
        <Needs
          key={list}
          list={list}
          needs={stage[list] ?? []}
          path={`${path}.${list}`}
          onChange={(needs, about) => set({ [list]: needs }, about)}
        />
      ))}
    </div>
  );
}

interface TasksProps {
  tasks: Task[];
  path: string;
  onChange: (tasks: Task[], about: string) => void;
}

function Tasks({ tasks, path, onChange }: TasksProps) {
  const { findings } = useSurroundings();
  return (
    <section className={css.part}>
      <h3>{m.editor.tasks}</h3>
      <ul className={css.items}>
        {tasks.map((task, i) => {
          const set = (change: Partial<Task>, about: string) =>
            onChange(replaced(tasks, i, { ...task, ...change }), `tasks[${i}].${about}`);
          return (
            <li key={i} className={css.item}>
              <div className={css.task}>
                <TextInput
                  size="sm"
                  label={m.editor.taskName}
                  value={task.name}
                  onChange={(e) => set({ name: e.currentTarget.value }, 'name')}
                />
                <TextInput
                  size="sm"
                  label={m.editor.owner}
                  value={task.owner ?? ''}
                  onChange={(e) => set({ owner: e.currentTarget.value }, 'owner')}
                />
                <NumberInput
                  size="sm"
                  label={m.editor.due}
                  min={0}
                  value={task.due_days ?? ''}
                  onChange={(n) => set({ due_days: typeof n === 'number' ? n : null }, 'due')}
                />
                <RowTools
                  name={task.name || task.id}
                  onMove={(by) => onChange(moved(tasks, i, i + by), '')}
                  onRemove={() => onChange(without(tasks, i), '')}
                />
              </div>
              <FindingNotes findings={findings.filter((f) => isAt(f, `${path}.tasks[${i}]`))} />
            </li>
          );
        })}
      </ul>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...tasks, newTask(tasks)], '')}
      >
        {m.editor.addTask}
      </Button>
    </section>
  );
}

interface CriteriaProps {
  process: Process;
  exit: Criterion[];
  stage: string;
  path: string;
  onChange: (exit: Criterion[], about: string) => void;
}

function Criteria({ exit, process, stage, path, onChange }: CriteriaProps) {
  return (
    <section className={css.part}>
      <h3>{m.editor.criteria}</h3>
      <ul className={css.items}>
        {exit.map((criterion, i) => (
          <li key={i} className={css.item}>
            <CriterionForm
              criterion={criterion}
              process={process}
              stage={stage}
              path={`${path}.exit[${i}]`}
              onChange={(next, about) => onChange(replaced(exit, i, next), about)}
              onMove={(by) => onChange(moved(exit, i, i + by), '')}
              onRemove={() => onChange(without(exit, i), '')}
            />
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...exit, newCriterion(exit)], '')}
      >
        {m.editor.addCriterion}
      </Button>
    </section>
  );
}
