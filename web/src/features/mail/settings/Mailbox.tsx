import { Alert, Button, Group, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { MailAccount } from '@/api';
import { ago } from '@/ui/format';
import { given } from '@/ui/given';
import { Section } from '@/ui/PageHead';
import { tell } from '@/ui/toast';
import css from '../Mail.module.css';
import { m } from '../messages';
import { useFetchMail, useRemoveAccount, type Whose } from '../queries';
import { AccountForm } from './AccountForm';

interface Props {
  whose: Whose;
  account: MailAccount | null;
  mayChange: boolean;
}

/** A mailbox: by which servers it sends and reads, and whether that works. */
export function Mailbox({ whose, account, mayChange }: Props) {
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useRemoveAccount(whose);
  const says = whose === 'own' ? m.settings.ownSays : m.settings.sharedSays;
  return (
    <Section title={m.settings[whose]} says={mayChange ? says : `${says} ${m.settings.sharedRead}`}>
      {account === null ? <p className="soft">{m.settings.none}</p> : <Works account={account} mayFetch={mayChange} />}
      {mayChange && (
        <div className={css.acts}>
          <Button variant={account === null ? 'filled' : 'default'} onClick={() => setEditing(true)}>
            {account === null ? m.settings.setUp : m.settings.change}
          </Button>
          {account !== null && (
            <Button variant="subtle" onClick={() => setRemoving(true)}>
              {m.settings.remove}
            </Button>
          )}
        </div>
      )}
      <Modal opened={editing} onClose={() => setEditing(false)} title={m.settings[whose]} size="lg">
        <AccountForm whose={whose} account={account} onClose={() => setEditing(false)} />
      </Modal>
      <Modal opened={removing} onClose={() => setRemoving(false)} title={m.settings.removeTitle}>
        <p style={{ marginTop: 0 }}>{m.settings.removeSays}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setRemoving(false)}>
            {m.account.cancel}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, {
                onSuccess: () => tell(m.settings.removed),
                onSettled: () => setRemoving(false),
              })
            }
          >
            {m.settings.remove}
          </Button>
        </Group>
      </Modal>
    </Section>
  );
}

function Works({ account, mayFetch }: { account: MailAccount; mayFetch: boolean }) {
  const fetch = useFetchMail();
  const { smtp, imap } = account;
  return (
    <div className={css.form}>
      <p className={css.says}>{m.settings.writes(account.name, account.address)}</p>
      <p className={css.about}>
        <span>{m.settings.sends(smtp.host, smtp.port)}</span>
        <span>{given(imap) ? m.settings.reads(imap.host, account.folder ?? 'INBOX') : m.settings.readsNot}</span>
        {given(account.looked) && <span>{m.settings.looked(ago(account.looked))}</span>}
      </p>
      {given(account.trouble) && (
        <Alert
          mt="sm"
          variant="default"
          icon={<IconAlertTriangle aria-hidden />}
          title={m.settings.trouble}
          role="alert"
        >
          {account.trouble}
        </Alert>
      )}
      {given(imap) && mayFetch && (
        <Button
          mt="sm"
          size="compact-sm"
          variant="subtle"
          loading={fetch.isPending}
          onClick={() => fetch.mutate(undefined, { onSuccess: () => tell(m.settings.fetching) })}
        >
          {m.settings.fetch}
        </Button>
      )}
    </div>
  );
}
