import { Alert, Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type PublicQuote } from '@/api';
import { price } from '@/ui/price';
import { m } from './messages';
import { type Act, isStale, useAct } from './queries';
import css from './Quote.module.css';

interface Props {
  token: string;
  offer: PublicQuote;
}

/** Accept, ask, decline: one form at a time; the name is typed once. */
export function Actions({ token, offer }: Props) {
  const [act, setAct] = useState<Act | null>(null);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useAct(token);
  const open = (next: Act | null) => {
    send.reset();
    setAsked(false);
    setAct(next);
  };
  const go = (note: string) => {
    if (act === null) return;
    const words = { act, name, note, version: offer.quote.version };
    const then = () => {
      setAsked(act === 'ask');
      setAct(null);
    };
    send.mutate(words, { onSuccess: then, onError: (error) => isStale(error) && setAct(null) });
  };
  const problem = send.isError && !isStale(send.error) ? asProblem(send.error) : null;
  return (
    <section className={css.actions} aria-label={m.act.title}>
      <h2>{act === null ? m.act.title : m.act[act]}</h2>
      {asked && (
        <p role="status" className={css.done}>
          {m.act.asked}
        </p>
      )}
      {act === null ? (
        <Group>
          <Button size="md" onClick={() => open('accept')}>
            {m.act.accept}
          </Button>
          <Button size="md" variant="default" onClick={() => open('ask')}>
            {m.act.ask}
          </Button>
          <Button size="md" variant="default" onClick={() => open('decline')}>
            {m.act.decline}
          </Button>
        </Group>
      ) : (
        <Form
          key={act}
          act={act}
          offer={offer}
          name={name}
          busy={send.isPending}
          nameError={problem?.errors?.find((e) => e.field === 'name')?.message}
          onName={setName}
          onSend={go}
          onBack={() => open(null)}
        />
      )}
      {problem && (
        <Alert mt="md" variant="default" role="alert" title={m.wrong}>
          {problem.detail}
        </Alert>
      )}
    </section>
  );
}

interface FormProps {
  act: Act;
  offer: PublicQuote;
  name: string;
  busy: boolean;
  nameError: string | undefined;
  onName: (name: string) => void;
  onSend: (note: string) => void;
  onBack: () => void;
}

function Form({ act, offer, name, busy, nameError, onName, onSend, onBack }: FormProps) {
  const [note, setNote] = useState('');
  const [may, setMay] = useState(false);
  const total = price(offer.total.total_minor, offer.total.currency);
  const words = {
    accept: { says: m.act.accepting(offer.quote.number, total), note: m.act.note, go: m.act.acceptGo(total) },
    ask: { says: m.act.askSays, note: m.act.question, go: m.act.askGo },
    decline: { says: m.act.declineSays, note: m.act.reason, go: m.act.declineGo },
  }[act];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(note);
      }}
    >
      <Stack gap="md">
        <p className={css.says}>{words.says}</p>
        <TextInput
          size="md"
          label={m.act.name}
          required
          autoFocus
          maxLength={200}
          autoComplete="name"
          value={name}
          error={nameError}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        <Textarea
          size="md"
          label={words.note}
          required={act === 'ask'}
          maxLength={4000}
          autosize
          minRows={act === 'ask' ? 3 : 2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {act === 'accept' && (
          <Checkbox
            size="md"
            label={m.act.may}
            required
            checked={may}
            onChange={(event) => setMay(event.currentTarget.checked)}
          />
        )}
        <Group>
          <Button
            size="md"
            type="submit"
            loading={busy}
            {...(act === 'decline' ? { color: 'red' } : {})}
            disabled={name.trim() === '' || (act === 'accept' && !may) || (act === 'ask' && note.trim() === '')}
          >
            {words.go}
          </Button>
          <Button size="md" variant="default" onClick={onBack}>
            {m.act.back}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
