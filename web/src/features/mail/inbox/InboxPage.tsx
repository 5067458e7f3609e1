import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OutgoingMail } from '@/api';
import { RunTabs } from '@/features/run/RunTabs';
import { ago, moment } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { Acts, calledTo, Standing } from '../deal/MailLine';
import css from '../Mail.module.css';
import { m } from '../messages';
import { outboxQuery } from '../queries';
import { Unmatched } from './Unmatched';

/** What came in and belongs to no deal, and what goes out. */
export function InboxPage() {
  const outbox = useQuery(outboxQuery);
  return (
    <>
      <PageHead title={m.inbox.title} says={m.inbox.says} />
      <RunTabs />
      <Unmatched />
      <Loaded query={outbox} skeleton={<TextSkeleton lines={6} />}>
        {(mails) => (
          <>
            <Outbox title={m.inbox.attention} mails={mails.filter((mail) => mail.state === 'uncertain')} />
            <Section title={m.inbox.outbox} says={m.inbox.outboxSays(mails.length)}>
              <Lines mails={mails.filter((mail) => mail.state !== 'uncertain')} />
            </Section>
          </>
        )}
      </Loaded>
    </>
  );
}

function Outbox({ title, mails }: { title: string; mails: OutgoingMail[] }) {
  if (mails.length === 0) return null;
  return (
    <Section title={title}>
      <Lines mails={mails} />
    </Section>
  );
}

function Lines({ mails }: { mails: OutgoingMail[] }) {
  return (
    <ul className={css.list}>
      {mails.map((mail) => {
        const at = mail.sent ?? mail.created;
        return (
          <li key={mail.id}>
            <p className={css.says}>
              <b>{mail.subject}</b>
            </p>
            <p className={css.about}>
              <span>{m.deal.to(calledTo(mail))}</span>
              {given(mail.by) && <span>{mail.by}</span>}
              <time dateTime={at} title={moment(at)}>
                {ago(at)}
              </time>
              <Standing mail={mail} />
              {given(mail.deal) && (
                <Link to="/deals/$deal" params={{ deal: mail.deal }} className="quiet-link">
                  {m.inbox.toDeal}
                </Link>
              )}
            </p>
            {given(mail.reason) && <p className={css.about}>{mail.reason}</p>}
            <Acts mail={mail} />
          </li>
        );
      })}
    </ul>
  );
}
