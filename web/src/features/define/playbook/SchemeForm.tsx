import { ActionIcon, NumberInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Finding, Scheme, SchemeQuestion } from '@/api';
import { isAt, moved, replaced, without } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { RowTools } from '../RowTools';
import { AddNamed } from './AddNamed';
import { idFor } from './edit';
import { m } from './messages';
import css from './Playbook.module.css';
import { sameWord } from './points';

interface Props {
  scheme: Scheme;
  /** Where it stands in the process: `schemes[0]`. */
  path: string;
  findings: readonly Finding[];
  onChange: (scheme: Scheme, about: string) => void;
}

/** A qualification scheme as a form. */
export function SchemeForm({ scheme, path, findings, onChange }: Props) {
  const questions = scheme.questions ?? [];
  const put = (next: SchemeQuestion[], about = '') => onChange({ ...scheme, questions: next }, about);
  // Ids of questions are the ones answers are kept under, in all schemes: so they begin with the scheme's.
  const ask = (asks: string) => put([...questions, { id: idFor(`${scheme.id} ${asks}`, questions, 'question'), asks }]);
  return (
    <>
      <div className={css.fields}>
        <TextInput
          size="sm"
          label={m.schemes.name}
          value={scheme.name}
          onChange={(e) => onChange({ ...scheme, name: e.currentTarget.value }, 'name')}
        />
        <NumberInput
          size="sm"
          label={m.schemes.threshold}
          value={scheme.threshold}
          onChange={(n) => typeof n === 'number' && onChange({ ...scheme, threshold: n }, 'threshold')}
        />
      </div>
      <h4 className={css.part}>{m.schemes.questions}</h4>
      <ul className={css.items}>
        {questions.map((question, i) => (
          <li key={i} className={css.card}>
            <div className={css.head}>
              <TextInput
                size="sm"
                label={`${m.schemes.question} ${i + 1}`}
                description={m.schemes.idSays(question.id)}
                inputWrapperOrder={['label', 'input', 'description']}
                value={question.asks}
                onChange={(e) =>
                  put(replaced(questions, i, { ...question, asks: e.currentTarget.value }), `questions[${i}].asks`)
                }
              />
              <RowTools
                name={question.asks}
                onMove={(by) => put(moved(questions, i, i + by))}
                onRemove={() => put(without(questions, i))}
              />
            </div>
            <Scores
              question={question}
              onChange={(next, about) => put(replaced(questions, i, next), about && `questions[${i}].${about}`)}
            />
            <FindingNotes findings={findings.filter((f) => isAt(f, `${path}.questions[${i}]`))} />
          </li>
        ))}
      </ul>
      <AddNamed
        label={m.schemes.addQuestion}
        placeholder={m.schemes.addQuestionHint}
        go={m.schemes.addQuestionGo}
        onAdd={ask}
      />
    </>
  );
}

interface ScoresProps {
  question: SchemeQuestion;
  onChange: (question: SchemeQuestion, about: string) => void;
}

function Scores({ question, onChange }: ScoresProps) {
  const scores = question.scores ?? {};
  const others = (answer: string) => Object.fromEntries(Object.entries(scores).filter(([name]) => name !== answer));
  const add = (answer: string) => {
    if (Object.keys(scores).some((name) => sameWord(name, answer))) return;
    onChange({ ...question, scores: { ...scores, [answer]: 1 } }, '');
  };
  return (
    <>
      <ul className={css.scores} aria-label={m.schemes.scores}>
        {Object.entries(scores).map(([answer, n]) => (
          <li key={answer}>
            <NumberInput
              size="sm"
              label={answer}
              value={n}
              onChange={(to) =>
                typeof to === 'number' &&
                onChange({ ...question, scores: { ...scores, [answer]: to } }, `scores.${answer}`)
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={m.schemes.removeScore(answer)}
              onClick={() => onChange({ ...question, scores: others(answer) }, '')}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
        <li>
          <NumberInput
            size="sm"
            label={m.schemes.other}
            placeholder="1"
            value={question.points ?? ''}
            onChange={(to) => onChange({ ...question, points: typeof to === 'number' ? to : null }, 'points')}
          />
        </li>
      </ul>
      <AddNamed label={m.schemes.answer} go={m.schemes.addScore} onAdd={add} />
    </>
  );
}
