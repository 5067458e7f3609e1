import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DealMails as Mails, DealView } from '@/api';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import css from '../Mail.module.css';
import { m } from '../messages';
import { dealMailsQuery } from '../queries';
import { Contacts } from './Contacts';
import { MailLine } from './MailLine';
import { thread } from './thread';
import { type Writing, WriteMail } from './WriteMail';

/** Mails shown before the reader asks for more. */
const FIRST = 6;

/** The mails of a deal, in and out, and a mail that is written. */
export function DealMails({ view: { deal, people, may_change: may } }: { view: DealView }) {
  const query = useQuery(dealMailsQuery(deal.id));
  const [writing, setWriting] = useState<Writing | null>(null);
  const from = query.data?.from;
  return (
    <section className={css.part} aria-labelledby="mails">
      <header className={css.head}>
        <h2 id="mails">{m.deal.title}</h2>
        {may && given(from) && (
          <Button variant="default" size="sm" onClick={() => setWriting({ answers: null })}>
            {m.deal.write}
          </Button>
        )}
      </header>
      <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
        {(mails) => (
          <>
            {may && !given(mails.from) && (
              <p className="soft">
                {m.deal.noMailbox} <Link to="/settings/mail">{m.deal.setUp}</Link>
              </p>
            )}
            <Contacts deal={deal.id} contacts={mails.contacts} mayChange={may} />
            <Thread mails={mails} mayChange={may} onAnswer={(answers) => setWriting({ answers })} />
          </>
        )}
      </Loaded>
      <WriteMail
        deal={deal.id}
        people={people}
        contacts={query.data?.contacts ?? []}
        writing={writing}
        onClose={() => setWriting(null)}
      />
    </section>
  );
}

interface ThreadProps {
  mails: Mails;
  mayChange: boolean;
  onAnswer: (mail: NonNullable<Writing['answers']>) => void;
}

function Thread({ mails, mayChange, onAnswer }: ThreadProps) {
  const [all, setAll] = useState(false);
  const lines = thread(mails);
  if (lines.length === 0) return <p className="soft">{mayChange ? m.deal.none : m.deal.noneRead}</p>;
  const shown = all ? lines : lines.slice(0, FIRST);
  const canAnswer = mayChange && given(mails.from);
  return (
    <>
      <ul className={css.list}>
        {shown.map((line) => (
          <MailLine key={line.mail.id} line={line} mayChange={mayChange} onAnswer={canAnswer ? onAnswer : undefined} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setAll(true)}>
          {m.deal.earlier(lines.length - shown.length)}
        </Button>
      )}
    </>
  );
}
