import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type DealEnrolment, type StepDone } from '@/api';
import { Preview } from '@/features/mail/deal/WriteMail';
import { m as mail } from '@/features/mail/messages';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { dealSequencesQuery, useStep } from './queries';

/** Which step: the next one of an enrolment. */
export interface StepOf {
  deal: string;
  enrolment: string;
}

/** The next step of somebody in a sequence: sent, done or left out. */
export function StepDialog({ of, onClose }: { of: StepOf | null; onClose: () => void }) {
  return (
    <Modal opened={of !== null} onClose={onClose} size="lg" closeOnClickOutside={false} title={m.title}>
      {of && <Found of={of} onClose={onClose} />}
    </Modal>
  );
}

function Found({ of: { deal, enrolment }, onClose }: { of: StepOf; onClose: () => void }) {
  const query = useQuery(dealSequencesQuery(deal));
  return (
    <Loaded query={query} skeleton={<TextSkeleton lines={6} />}>
      {(all) => {
        const found = all.find((e) => e.id === enrolment);
        if (!found || !given(found.next)) return <p style={{ marginTop: 0 }}>{m.step.gone}</p>;
        return <Form key={found.next.number} deal={deal} enrolment={found} next={found.next} onClose={onClose} />;
      }}
    </Loaded>
  );
}

interface FormProps {
  deal: string;
  enrolment: DealEnrolment;
  next: NonNullable<DealEnrolment['next']>;
  onClose: () => void;
}

const TOLD = { sent: m.step.sent, done: m.step.doneTold, skipped: m.step.skipped } as const;

function Form({ deal, enrolment, next, onClose }: FormProps) {
  const isMail = next.step.channel === 'email';
  const [written, setWritten] = useState<{ subject: string; body: string } | null>(null);
  const step = useStep(deal, enrolment.id);
  const problem = step.isError ? asProblem(step.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  const take = (outcome: StepDone['outcome']) => {
    const anew = outcome === 'sent' && written !== null ? written : {};
    const done = () => {
      tell(TOLD[outcome]);
      onClose();
    };
    step.mutate({ number: next.number, outcome, ...anew }, { onSuccess: done });
  };
  const letter = enrolment.letter;
  return (
    <Stack gap="sm">
      <p style={{ margin: 0 }}>
        <b>{m.step.title(enrolment.name, next.number)}</b> · {enrolment.contact}
      </p>
      {!isMail && (
        <>
          <p style={{ margin: 0 }}>{next.step.subject}</p>
          {next.step.body !== undefined && next.step.body !== '' && (
            <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{next.step.body}</p>
          )}
        </>
      )}
      {isMail && written === null && given(letter) && <Preview mail={letter} />}
      {isMail && written !== null && (
        <>
          <TextInput
            label={mail.write.subject}
            maxLength={200}
            value={written.subject}
            error={errors.subject}
            onChange={(event) => setWritten({ ...written, subject: event.currentTarget.value })}
          />
          <Textarea
            label={mail.write.body}
            autosize
            minRows={6}
            maxRows={18}
            value={written.body}
            error={errors.body}
            onChange={(event) => setWritten({ ...written, body: event.currentTarget.value })}
          />
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
      <Group justify="flex-end">
        {isMail && written === null && given(letter) && (
          <Button variant="subtle" onClick={() => setWritten({ subject: letter.subject, body: letter.body })}>
            {m.step.edit}
          </Button>
        )}
        <Button variant="default" loading={step.isPending} onClick={() => take('skipped')}>
          {m.deal.skip}
        </Button>
        <Button loading={step.isPending} data-autofocus onClick={() => take(isMail ? 'sent' : 'done')}>
          {isMail ? m.deal.send : m.deal.done}
        </Button>
      </Group>
    </Stack>
  );
}
