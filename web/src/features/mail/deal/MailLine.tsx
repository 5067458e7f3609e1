import { Button } from '@mantine/core';
import { useState } from 'react';
import type { IncomingMail, OutgoingMail } from '@/api';
import { ago, moment } from '@/ui/format';
import { given } from '@/ui/given';
import css from '../Mail.module.css';
import { m } from '../messages';
import { useCancelMail, useSettleMail } from '../queries';
import { actsOf, type MailAct, stateOf, type ThreadLine } from './thread';

interface Props {
  line: ThreadLine;
  mayChange: boolean;
  onAnswer?: ((mail: IncomingMail) => void) | undefined;
}

/** A mail in or out: who, when, what it says, how it stands. */
export function MailLine({ line, mayChange, onAnswer }: Props) {
  const { mail } = line;
  const who = line.way === 'in' ? m.deal.from(called(line.mail)) : m.deal.to(calledTo(line.mail));
  return (
    <li>
      <div className={line.way === 'in' ? css.theirs : css.ours}>
        <p className={css.says}>
          <b>{mail.subject}</b>
        </p>
        <p className={css.about}>
          <span>{who}</span>
          <time dateTime={line.at} title={moment(line.at)}>
            {ago(line.at)}
          </time>
          {line.way === 'out' ? <Standing mail={line.mail} /> : <Kind mail={line.mail} />}
        </p>
        {line.way === 'out' && given(line.mail.reason) && <p className={css.about}>{line.mail.reason}</p>}
        <Body text={mail.body} />
        {line.way === 'out' && mayChange && <Acts mail={line.mail} />}
        {line.way === 'in' && onAnswer && line.mail.class === 'reply' && (
          <div className={css.acts}>
            <Button size="compact-sm" variant="default" onClick={() => onAnswer(line.mail)}>
              {m.deal.answer}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

const called = ({ from, from_name: name }: IncomingMail): string => (name === '' ? from : name);
export const calledTo = ({ to, to_name: name }: Pick<OutgoingMail, 'to' | 'to_name'>): string =>
  name === '' ? to : name;

const BAD: OutgoingMail['state'][] = ['failed', 'refused'];

export function Standing({ mail }: { mail: OutgoingMail }) {
  const look = BAD.includes(mail.state) ? css.bad : mail.state === 'uncertain' ? css.warn : undefined;
  return <span className={look}>{stateOf(mail)}</span>;
}

function Kind({ mail }: { mail: IncomingMail }) {
  if (mail.class === 'automatic') return <span>{m.deal.classes.automatic}</span>;
  return mail.class === 'bounce' ? <span>{m.deal.classes.bounce}</span> : null;
}

/** What a person can do about a mail of ours. */
export function Acts({ mail }: { mail: OutgoingMail }) {
  const cancel = useCancelMail();
  const settle = useSettleMail();
  const acts = actsOf(mail);
  if (acts.length === 0) return null;
  const act = (what: MailAct) => {
    if (what === 'cancel') cancel.mutate(mail.id);
    else settle.mutate({ id: mail.id, arrived: what === 'arrived' });
  };
  return (
    <>
      {mail.state === 'uncertain' && <p className={css.about}>{m.deal.uncertainHelp}</p>}
      <div className={css.acts}>
        {acts.map((what) => (
          <Button
            key={what}
            size="compact-sm"
            variant="default"
            loading={cancel.isPending || settle.isPending}
            onClick={() => act(what)}
          >
            {m.deal[what]}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Characters of a text that are shown at first. */
const SHORT = 280;

export function Body({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  if (text === '') return null;
  const long = text.length > SHORT + 40 || text.split('\n').length > 8;
  const short = text.split('\n').slice(0, 6).join('\n').slice(0, SHORT);
  return (
    <>
      <p className={css.body}>{whole || !long ? text : `${short} …`}</p>
      {long && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(!whole)}>
          {whole ? m.deal.less : m.deal.more}
        </Button>
      )}
    </>
  );
}
