import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type ToldAnswer } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { QuestionInput } from './answer/QuestionInput';
import { m } from './messages';
import { questionsQuery, useCorrect } from './queries';

/** Puts another answer in the place of one. */
export function CorrectDialog({ deal, answer, close }: { deal: string; answer: ToldAnswer; close: () => void }) {
  const screens = useQuery(questionsQuery);
  const correct = useCorrect();
  const [reply, setReply] = useState(answer.reply);
  const save = () => correct.mutate({ deal, question: answer.question, reply }, { onSuccess: close });
  return (
    <Modal opened onClose={close} title={answer.name}>
      <Loaded query={screens}>
        {(all) => {
          const question = all.flatMap((s) => s.questions).find((q) => q.id === answer.question);
          return (
            question && (
              <Stack gap="md">
                <QuestionInput question={question} reply={reply} set={(next) => setReply(next)} />
                {correct.isError && <ProblemNote problem={asProblem(correct.error)} />}
                <Group justify="flex-end">
                  <Button variant="default" onClick={close}>
                    {m.remember.cancel}
                  </Button>
                  <Button loading={correct.isPending} onClick={save}>
                    {m.told.save}
                  </Button>
                </Group>
              </Stack>
            )
          );
        }}
      </Loaded>
    </Modal>
  );
}
