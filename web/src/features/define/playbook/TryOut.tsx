import { Autocomplete, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Scheme, SchemeQuestion } from '@/api';
import { m } from './messages';
import css from './Playbook.module.css';
import { mostPoints, points, total } from './points';

/** Answers the questions of a scheme as a rep would, and shows the points. Nothing is kept. */
export function TryOut({ scheme }: { scheme: Scheme }) {
  const questions = scheme.questions ?? [];
  const [answers, setAnswers] = useState<Record<string, string>>({});
  if (questions.length === 0) return null;
  const sum = total(scheme, answers);
  const most = questions.reduce((all, q) => all + mostPoints(q), 0);
  return (
    <section aria-label={`${m.schemes.tryOut}: ${scheme.name}`}>
      <h4 className={css.part}>{m.schemes.tryOut}</h4>
      <p className="soft small">{m.schemes.trySays}</p>
      <ol className={css.tried}>
        {questions.map((question) => {
          const answer = answers[question.id] ?? '';
          return (
            <li key={question.id}>
              <Autocomplete
                size="sm"
                label={question.asks || question.id}
                description={m.schemes.scoresSay(inOrder(question), question.points ?? 1)}
                inputWrapperOrder={['label', 'input', 'description']}
                data={inOrder(question).map(([name]) => name)}
                filter={({ options }) => options}
                value={answer}
                onChange={(next) => setAnswers({ ...answers, [question.id]: next })}
              />
              <span className={css.got}>{answer.trim() === '' ? '' : m.points(points(question, answer))}</span>
            </li>
          );
        })}
      </ol>
      <p role="status" className={css.verdict} data-qualified={sum >= scheme.threshold || undefined}>
        {sum >= scheme.threshold ? (
          <>
            <IconCheck size={16} aria-hidden /> {m.schemes.qualified}
          </>
        ) : (
          m.schemes.notYet(scheme.threshold - sum)
        )}
        <span className="soft"> · {m.schemes.result(sum, most)}</span>
      </p>
      {Object.keys(answers).length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAnswers({})}>
          {m.schemes.again}
        </Button>
      )}
    </section>
  );
}

/** The named answers with their points, the most first. */
const inOrder = ({ scores = {} }: SchemeQuestion): [string, number][] =>
  Object.entries(scores).sort(([, a], [, b]) => b - a);
