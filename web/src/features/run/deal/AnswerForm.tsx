import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { fieldName } from '@/messages';
import { useAnswer } from '../queries';
import { m } from './messages';

interface Props {
  deal: string;
  /** The question's id; none: closed. */
  question: string | null;
  onClose: () => void;
}

/** Answers a question of the process. */
export function AnswerForm({ deal, question, onClose }: Props) {
  return (
    <Modal opened={question !== null} onClose={onClose} title={m.answer.title}>
      {question !== null && <Form key={question} deal={deal} question={question} onClose={onClose} />}
    </Modal>
  );
}

function Form({ deal, question, onClose }: Props & { question: string }) {
  const [text, setText] = useState('');
  const answer = useAnswer(deal);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate({ question, answer: text.trim() }, { onSuccess: onClose });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={fieldName(question)}
          required
          rows={3}
          maxLength={4000}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={answer.isPending} disabled={text.trim() === ''}>
            {m.answer.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
