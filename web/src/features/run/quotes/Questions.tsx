import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { QuoteOfDeal } from '@/api';
import { Talk } from '@/features/quote/Talk';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useReply } from './queries';
import css from './Quotes.module.css';
import { talkOf, unanswered } from './words';

interface Props {
  deal: string;
  quote: QuoteOfDeal;
  mayAnswer: boolean;
}

/** What the prospect asked about a quote, and a place to answer. */
export function Questions({ deal, quote, mayAnswer }: Props) {
  const talk = talkOf(quote);
  if (talk.length === 0) return null;
  return (
    <div className={css.questions}>
      <h4>{m.talk.title}</h4>
      <Talk talk={talk} />
      {mayAnswer && unanswered(quote) && <Answer deal={deal} quote={quote.id} />}
    </div>
  );
}

function Answer({ deal, quote }: { deal: string; quote: string }) {
  const reply = useReply(deal, quote);
  const [note, setNote] = useState('');
  const done = () => {
    setNote('');
    tell(m.talk.done);
  };
  return (
    <form
      className={css.decide}
      onSubmit={(event) => {
        event.preventDefault();
        reply.mutate({ note }, { onSuccess: done });
      }}
    >
      <Textarea
        label={m.talk.answer}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="sm" type="submit" w="fit-content" loading={reply.isPending} disabled={note.trim() === ''}>
        {m.talk.go}
      </Button>
    </form>
  );
}
