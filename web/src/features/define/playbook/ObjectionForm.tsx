import { MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import type { Objection, ObjectionReply, Process } from '@/api';
import { moved, replaced, stagesOf, without } from '../edit';
import { RowTools } from '../RowTools';
import { AddNamed } from './AddNamed';
import { contentChoices, personaChoices, stageChoices } from './choices';
import { expectedAt, idFor, raisedBy } from './edit';
import { KindInput } from './KindInput';
import { m } from './messages';
import css from './Playbook.module.css';
import { OBJECTION_KINDS } from './words';

interface Props {
  process: Process;
  objection: Objection;
  /** Where it stands in the process: `objections[1]`. */
  path: string;
  onChange: (objection: Objection, about: string) => void;
  /** Who expects and who raises it stands with stages and personas. */
  onEdit: (process: Process, about: string) => void;
}

/** An objection as a form. */
export function ObjectionForm({ process, objection, path, onChange, onEdit }: Props) {
  const naming = (things: { id: string; objections?: string[] }[]) =>
    things.filter((t) => t.objections?.includes(objection.id)).map((t) => t.id);
  return (
    <>
      <div className={css.fields}>
        <Textarea
          autosize
          size="sm"
          label={m.objections.wording}
          value={objection.says}
          onChange={(e) => onChange({ ...objection, says: e.currentTarget.value }, `${path}.says`)}
        />
        <KindInput
          label={m.objections.kind}
          help={m.objections.kindHelp}
          kinds={OBJECTION_KINDS}
          kind={objection.kind}
          onChange={(kind) => onChange({ ...objection, kind }, `${path}.kind`)}
        />
        <MultiSelect
          size="sm"
          label={m.objections.expected}
          data={stageChoices(process)}
          value={naming(stagesOf(process))}
          onChange={(stages) => onEdit(expectedAt(process, objection.id, stages), '')}
        />
        <MultiSelect
          size="sm"
          label={m.objections.raised}
          data={personaChoices(process)}
          value={naming(process.personas ?? [])}
          onChange={(personas) => onEdit(raisedBy(process, objection.id, personas), '')}
        />
      </div>
      <Answers
        process={process}
        answers={objection.answers ?? []}
        onChange={(answers, about) => onChange({ ...objection, answers }, about && `${path}.${about}`)}
      />
    </>
  );
}

interface AnswersProps {
  process: Process;
  answers: ObjectionReply[];
  onChange: (answers: ObjectionReply[], about: string) => void;
}

function Answers({ process, answers, onChange }: AnswersProps) {
  return (
    <>
      <h5 className={css.part}>{m.objections.answers}</h5>
      <ul className={css.items}>
        {answers.map((answer, i) => (
          <li key={i} className={css.answer}>
            <Textarea
              autosize
              size="sm"
              label={m.objections.answer(i + 1)}
              value={answer.says}
              onChange={(e) =>
                onChange(replaced(answers, i, { ...answer, says: e.currentTarget.value }), `answers[${i}].says`)
              }
            />
            <NativeSelect
              size="sm"
              label={m.objections.proof}
              value={answer.proof ?? ''}
              data={[{ value: '', label: m.objections.noProof }, ...contentChoices(process, [answer.proof ?? ''])]}
              onChange={(e) => onChange(replaced(answers, i, { ...answer, proof: e.currentTarget.value }), '')}
            />
            <RowTools
              name={m.objections.answer(i + 1)}
              onMove={(by) => onChange(moved(answers, i, i + by), '')}
              onRemove={() => onChange(without(answers, i), '')}
            />
          </li>
        ))}
      </ul>
      <AddNamed
        label={m.objections.addAnswer}
        go={m.objections.addAnswerGo}
        onAdd={(says) => onChange([...answers, { id: idFor(says, answers, 'answer'), says }], '')}
      />
    </>
  );
}
