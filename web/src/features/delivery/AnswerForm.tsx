import { Alert, Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type Delivery, type DeliveryLine, type LineAnswer } from '@/api';
import { moment } from '@/ui/format';
import { given } from '@/ui/given';
import css from './Delivery.module.css';
import { m } from './messages';

interface Props {
  delivery: Delivery;
  name: string;
  busy: boolean;
  error: Error | null;
  onName: (name: string) => void;
  onSend: (said: LineAnswer[]) => void;
}

/** What is said of a line: it arrived, or what is missing. */
type Said = { received: true } | { received: false; note: string };

/** Line by line: it arrived, or something is missing. */
export function AnswerForm({ delivery, name, busy, error, onName, onSend }: Props) {
  const [said, setSaid] = useState<Partial<Record<string, Said>>>({});
  const open = delivery.lines.filter((line) => line.state !== 'confirmed');
  const problem = error === null ? null : asProblem(error);
  const nameError = problem?.errors?.find((e) => e.field === 'name')?.message;
  const answers = open.flatMap(({ id }): LineAnswer[] => {
    const one = said[id];
    if (!one) return [];
    return [{ id, received: one.received, note: one.received ? '' : one.note }];
  });
  const isWhole = answers.every((answer) => answer.received || answer.note?.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(answers);
      }}
    >
      <ul className={css.lines} aria-label={m.lines}>
        {delivery.lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            said={said[line.id]}
            onSay={(next) => setSaid({ ...said, [line.id]: next })}
          />
        ))}
      </ul>
      {open.length > 0 && (
        <>
          <TextInput
            size="md"
            label={m.name}
            description={m.says}
            required
            maxLength={200}
            autoComplete="name"
            value={name}
            error={nameError}
            onChange={(event) => onName(event.currentTarget.value)}
          />
          <Button
            mt="md"
            size="md"
            type="submit"
            loading={busy}
            disabled={name.trim() === '' || answers.length === 0 || !isWhole}
          >
            {m.go}
          </Button>
          {problem && nameError === undefined && (
            <Alert mt="md" variant="default" role="alert" title={m.wrong}>
              {problem.detail}
            </Alert>
          )}
        </>
      )}
    </form>
  );
}

interface LineProps {
  line: DeliveryLine;
  said: Said | undefined;
  onSay: (said: Said) => void;
}

function Line({ line, said, onSay }: LineProps) {
  const { product, quantity, state, by, at, note } = line;
  const words = given(quantity) && quantity !== '1' ? m.times(quantity, product) : product;
  if (state === 'confirmed') {
    return (
      <li>
        <p className={css.product}>{words}</p>
        <p className={css.arrived}>✓ {m.confirmed(by ?? '', moment(at))}</p>
      </li>
    );
  }
  return (
    <li>
      <p className={css.product}>{words}</p>
      {state === 'disputed' && (
        <>
          <p className={css.reported}>! {m.disputed(by ?? '', moment(at))}</p>
          {note !== '' && <p>“{note}”</p>}
        </>
      )}
      <div className={css.choice} role="group" aria-label={words}>
        <Button
          size="md"
          variant={said?.received === true ? 'filled' : 'default'}
          aria-pressed={said?.received === true}
          onClick={() => onSay({ received: true })}
        >
          {m.arrived}
        </Button>
        <Button
          size="md"
          variant={said?.received === false ? 'filled' : 'default'}
          aria-pressed={said?.received === false}
          onClick={() => onSay({ received: false, note: '' })}
        >
          {m.missing}
        </Button>
      </div>
      {said?.received === false && (
        <Textarea
          size="md"
          label={m.whatLabel}
          aria-label={m.what(product)}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={said.note}
          onChange={(event) => onSay({ received: false, note: event.currentTarget.value })}
        />
      )}
    </li>
  );
}
