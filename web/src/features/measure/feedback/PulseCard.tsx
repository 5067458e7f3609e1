import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type PulseQuestions } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { given } from '@/ui/given';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from './Feedback.module.css';
import { m } from './messages';
import { pulseQuery, useAnswer, useSkip } from './queries';

/** The short survey where the day's work stands, until it is answered or skipped; nothing where nothing is asked. */
export function PulseCard() {
  const asked = useQuery(pulseQuery).data?.asked;
  if (!given(asked) || asked.skipped) return null;
  return <Card key={asked.round} asked={asked} />;
}

function Card({ asked }: { asked: PulseQuestions }) {
  const [scores, setScores] = useState<Partial<Record<number, number>>>({});
  const [words, setWords] = useState('');
  const answer = useAnswer();
  const skip = useSkip();
  const problem = answer.isError ? asProblem(answer.error) : null;
  const { round, questions, scale } = asked;
  const told = questions.flatMap((_, at) => scores[at] ?? []);
  const send = () =>
    answer.mutate(
      { round, scores: told, words: words.trim() === '' ? null : words },
      { onSuccess: () => tell(m.pulse.ask.sent) },
    );
  const leave = () =>
    skip.mutate(
      { round, skips: true },
      {
        onSuccess: () => tellAct(m.pulse.ask.skipped, m.pulse.ask.undo, () => skip.mutate({ round, skips: false })),
      },
    );
  return (
    <form
      className={css.card}
      aria-labelledby="pulse-title"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2 id="pulse-title">{m.pulse.ask.title}</h2>
      <p className="soft small">{m.pulse.ask.says}</p>
      <Stack gap="sm">
        {questions.map((question, at) => (
          <fieldset key={question} className={css.asked}>
            <legend>{question}</legend>
            {Array.from({ length: scale }, (_, i) => i + 1).map((score) => (
              <label key={score} className={css.score}>
                <input
                  type="radio"
                  name={`pulse-${at}`}
                  aria-label={m.pulse.ask.score(question, score)}
                  checked={scores[at] === score}
                  onChange={() => setScores({ ...scores, [at]: score })}
                />
                <span aria-hidden>{score}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <Textarea
          label={m.pulse.ask.words}
          description={m.pulse.ask.wordsHelp}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {problem && <ProblemNote problem={problem} />}
        <Group>
          <Button type="submit" loading={answer.isPending} disabled={told.length < questions.length}>
            {m.pulse.ask.send}
          </Button>
          <Button variant="subtle" loading={skip.isPending} onClick={leave}>
            {m.pulse.ask.skip}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
