import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { IncomingMail } from '@/api';
import { useMay } from '@/app/session';
import { tellAct } from '@/ui/ActNote';
import { EmptyState } from '@/ui/EmptyState';
import { ago } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { Body } from '../deal/MailLine';
import css from '../Mail.module.css';
import { m } from '../messages';
import { unmatchedQuery, useLeadOfMail, useDismiss, useRestore } from '../queries';
import { Attach } from './Attach';

/** What came to the workspace's mailbox and belongs to no deal yet. */
export function Unmatched() {
  const sells = useMay('owner', 'manager', 'rep');
  const query = useQuery({ ...unmatchedQuery, enabled: sells });
  const [attaching, setAttaching] = useState<IncomingMail | null>(null);
  if (!sells) return null;
  return (
    <Section title={m.inbox.unmatched} says={m.inbox.unmatchedSays}>
      <Loaded query={query} skeleton={<TextSkeleton lines={4} />}>
        {(mails) =>
          mails.length === 0 ? (
            <EmptyState title={m.inbox.noneTitle}>{m.inbox.none}</EmptyState>
          ) : (
            <ul className={css.list}>
              {mails.map((mail) => (
                <Line key={mail.id} mail={mail} onAttach={() => setAttaching(mail)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Attach mail={attaching} onClose={() => setAttaching(null)} />
    </Section>
  );
}

function Line({ mail, onAttach }: { mail: IncomingMail; onAttach: () => void }) {
  const navigate = useNavigate();
  const create = useLeadOfMail();
  const dismiss = useDismiss();
  const restore = useRestore();
  const made = ({ deal }: { deal: string }) => {
    tell(m.inbox.created);
    void navigate({ to: '/deals/$deal', params: { deal } });
  };
  const aside = () => tellAct(m.inbox.dismissed, m.inbox.undo, () => restore.mutate(mail.id));
  return (
    <li>
      <p className={css.says}>
        <b>{mail.subject === '' ? mail.from : mail.subject}</b>
      </p>
      <p className={css.about}>
        <span>{mail.from_name === '' ? mail.from : `${mail.from_name} (${mail.from})`}</span>
        <span>{ago(mail.at)}</span>
        {mail.why !== '' && <span>{mail.why}</span>}
      </p>
      <Body text={mail.body} />
      <div className={css.acts}>
        <Button size="compact-sm" variant="default" onClick={onAttach}>
          {m.inbox.attach}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={create.isPending}
          onClick={() => create.mutate(mail.id, { onSuccess: made })}
        >
          {m.inbox.create}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate(mail.id, { onSuccess: aside })}
        >
          {m.inbox.dismiss}
        </Button>
      </div>
    </li>
  );
}
