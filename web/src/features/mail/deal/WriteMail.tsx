import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type ContactStanding, type DealPerson, type IncomingMail, type NewDealMail } from '@/api';
import { given } from '@/ui/given';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from '../Mail.module.css';
import { m } from '../messages';
import { templatesQuery, usePreview, useWriteMail } from '../queries';
import { answerTo } from './thread';

/** A mail that is being written: a new one, or an answer. */
export interface Writing {
  answers: IncomingMail | null;
}

interface Props {
  deal: string;
  people: DealPerson[];
  contacts: ContactStanding[];
  /** None: closed. */
  writing: Writing | null;
  onClose: () => void;
}

/** Writes a mail about a deal; a click beside it loses nothing. */
export function WriteMail({ writing, onClose, ...props }: Props) {
  const title = writing?.answers ? m.write.answer(writing.answers.subject) : m.write.title;
  return (
    <Modal opened={writing !== null} onClose={onClose} title={title} size="lg" closeOnClickOutside={false}>
      {writing && <Form key={writing.answers?.id ?? 'new'} {...props} writing={writing} onClose={onClose} />}
    </Modal>
  );
}

function readers(people: DealPerson[], contacts: ContactStanding[]) {
  return people.flatMap(({ name, email }) => {
    if (!given(email) || email === '') return [];
    const known = contacts.find((c) => c.contact === email.trim().toLowerCase());
    const label = name === '' ? email : `${name} (${email})`;
    return [{ value: email, label, disabled: given(known?.forbidden) }];
  });
}

function Form({ deal, people, contacts, writing: { answers }, onClose }: Props & { writing: Writing }) {
  const to = readers(people, contacts);
  const known = answers && !to.some((t) => t.value.toLowerCase() === answers.from.toLowerCase());
  const choices = known ? [...to, { value: answers.from, label: answers.from, disabled: false }] : to;
  const first = answers?.from ?? choices.find((t) => !t.disabled)?.value ?? null;
  const [reader, setReader] = useState(
    choices.find((t) => t.value.toLowerCase() === first?.toLowerCase())?.value ?? first,
  );
  const [subject, setSubject] = useState(answers ? answerTo(answers.subject) : '');
  const [body, setBody] = useState('');
  const [later, setLater] = useState(false);
  const [at, setAt] = useState('');
  const write = useWriteMail(deal);
  const preview = usePreview(deal);
  const mail: NewDealMail = {
    to: reader ?? '',
    subject,
    body,
    at: later && at !== '' ? new Date(at).toISOString() : null,
    answers: answers?.id ?? null,
  };
  const problem = write.isError ? asProblem(write.error) : preview.isError ? asProblem(preview.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  if (choices.length === 0) return <p style={{ marginTop: 0 }}>{m.write.nobody}</p>;
  const edit = (change: () => void) => {
    write.reset();
    preview.reset();
    change();
  };
  const send = () =>
    write.mutate(mail, {
      onSuccess: (sent) => {
        tell(later ? m.write.planned(sent.to) : m.write.sent(sent.to));
        onClose();
      },
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <Select
          label={m.write.to}
          required
          allowDeselect={false}
          data={choices}
          value={reader}
          error={errors.to}
          onChange={(next) => edit(() => setReader(next))}
        />
        {!answers && (
          <Begin
            onChoose={(letter) =>
              edit(() => {
                setSubject(letter.subject);
                setBody(letter.body);
              })
            }
          />
        )}
        {preview.data ? (
          <Preview mail={preview.data} />
        ) : (
          <>
            <TextInput
              label={m.write.subject}
              required
              maxLength={200}
              data-autofocus={answers ? undefined : true}
              value={subject}
              error={errors.subject}
              onChange={(event) => edit(() => setSubject(event.currentTarget.value))}
            />
            <Textarea
              label={m.write.body}
              description={m.write.bodyHelp}
              required
              autosize
              minRows={8}
              maxRows={20}
              maxLength={20_000}
              data-autofocus={answers ? true : undefined}
              value={body}
              error={errors.body}
              onChange={(event) => edit(() => setBody(event.currentTarget.value))}
            />
          </>
        )}
        <Group align="flex-end" gap="sm">
          <SegmentedControl
            aria-label={m.write.when}
            value={later ? 'later' : 'now'}
            onChange={(next) => setLater(next === 'later')}
            data={[
              { value: 'now', label: m.write.now },
              { value: 'later', label: m.write.later },
            ]}
          />
          {later && (
            <TextInput
              type="datetime-local"
              label={m.write.at}
              required
              value={at}
              error={errors.at}
              onChange={(event) => setAt(event.currentTarget.value)}
            />
          )}
        </Group>
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button
            variant="subtle"
            loading={preview.isPending}
            onClick={() => (preview.data ? preview.reset() : preview.mutate(mail))}
          >
            {preview.data ? m.write.edit : m.write.preview}
          </Button>
          <Button variant="default" onClick={onClose}>
            {m.write.cancel}
          </Button>
          <Button type="submit" loading={write.isPending}>
            {later ? m.write.plan : m.write.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Begin({ onChoose }: { onChoose: (letter: { subject: string; body: string }) => void }) {
  const templates = useQuery(templatesQuery).data?.templates ?? [];
  if (templates.length === 0) return null;
  return (
    <Select
      label={m.write.template}
      placeholder={m.write.noTemplate}
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        const chosen = templates.find((t) => t.id === id);
        if (chosen) onChoose(chosen);
      }}
    />
  );
}

interface PreviewProps {
  mail: { subject: string; body: string; missing: string[]; forbidden?: string | null };
}

/** The mail as it would be sent. */
export function Preview({ mail }: PreviewProps) {
  return (
    <>
      {mail.missing.length > 0 && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {m.write.missing(mail.missing.map((name) => `{{${name}}}`).join(', '))}
        </Alert>
      )}
      {given(mail.forbidden) && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {mail.forbidden}
        </Alert>
      )}
      <div className={css.paper}>
        <p className={css.says}>
          <b>{mail.subject}</b>
        </p>
        <p className={css.body}>{mail.body}</p>
      </div>
    </>
  );
}
