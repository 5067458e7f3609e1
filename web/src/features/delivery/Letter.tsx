import { useState } from 'react';
import type { PublicDelivery } from '@/api';
import { date } from '@/ui/format';
import { AnswerForm } from './AnswerForm';
import css from './Delivery.module.css';
import { m } from './messages';
import { isStale, useAnswer } from './queries';

interface Props {
  token: string;
  page: PublicDelivery;
}

/** A delivery as a letter: what was delivered, and whether each line arrived. */
export function Letter({ token, page: { company, account, delivery } }: Props) {
  const answer = useAnswer(token);
  const [name, setName] = useState('');
  const { standing, lines, sent, sent_by: by, note } = delivery;
  const answered = lines.some((line) => line.state !== 'waiting');
  const notice = isStale(answer.error) ? m.changed : standing === 'waiting' && answered ? m.part : m.standing[standing];
  return (
    <article className={css.letter}>
      {company !== '' && <p className={css.company}>{company}</p>}
      <h1>{m.heading}</h1>
      {account && <p>{m.for(account)}</p>}
      <p className={css.soft}>{m.sent(by ?? company, date(sent))}</p>
      {note !== '' && <p className={css.note}>{note}</p>}
      <div role="status" aria-live="polite">
        {notice !== '' && (
          <p className={css.notice} data-look={standing !== 'confirmed' || undefined}>
            {notice}
          </p>
        )}
      </div>
      <AnswerForm
        key={lines.map((line) => line.state).join()}
        delivery={delivery}
        name={name}
        busy={answer.isPending}
        error={isStale(answer.error) ? null : answer.error}
        onName={setName}
        onSend={(said) => answer.mutate({ name, sent, lines: said })}
      />
    </article>
  );
}
