import {
  Alert,
  Button,
  Group,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type MailAccount, type MailSecurity, type MailServer, type MailTest } from '@/api';
import { useUser } from '@/app/session';
import { given } from '@/ui/given';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from '../Mail.module.css';
import { m } from '../messages';
import { useKeepAccount, useTestAccount, type Whose } from '../queries';
import { formOf, type Typed, typedOf, usualPort } from './typed';

interface Props {
  whose: Whose;
  account: MailAccount | null;
  onClose: () => void;
}

/** Sets up a mailbox: who writes, by which servers, and whether they accept it. */
export function AccountForm({ whose, account, onClose }: Props) {
  const user = useUser();
  const [typed, setTyped] = useState(() => typedOf(account, user?.name ?? '', user?.email ?? ''));
  const keep = useKeepAccount(whose);
  const test = useTestAccount(whose);
  const problem = keep.isError ? asProblem(keep.error) : test.isError ? asProblem(test.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  const put = (more: Partial<Typed>) => {
    keep.reset();
    test.reset();
    setTyped({ ...typed, ...more });
  };
  const save = () =>
    keep.mutate(formOf(typed), {
      onSuccess: () => {
        tell(m.account.saved);
        onClose();
      },
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={m.account.address}
          description={m.account.addressHelp}
          required
          inputMode="email"
          data-autofocus
          value={typed.address}
          error={errors.address}
          onChange={(event) => put({ address: event.currentTarget.value })}
        />
        <TextInput
          label={m.account.name}
          required
          value={typed.name}
          error={errors.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <ServerFields of="smtp" server={typed.smtp} errors={errors} onChange={(smtp) => put({ smtp })} />
        <PasswordInput
          label={m.account.password}
          description={m.account.passwordHelp}
          placeholder={account?.has_smtp_password === true ? m.account.passwordKept : ''}
          autoComplete="off"
          value={typed.smtpPassword}
          onChange={(event) => put({ smtpPassword: event.currentTarget.value })}
        />
        <Switch
          label={m.account.noImap}
          checked={typed.reads}
          onChange={(event) => put({ reads: event.currentTarget.checked })}
        />
        {typed.reads && (
          <>
            <ServerFields of="imap" server={typed.imap} errors={errors} onChange={(imap) => put({ imap })} />
            <PasswordInput
              label={m.account.imapPassword}
              description={m.account.imapPasswordHelp}
              placeholder={account?.has_imap_password === true ? m.account.passwordKept : ''}
              autoComplete="off"
              value={typed.imapPassword}
              onChange={(event) => put({ imapPassword: event.currentTarget.value })}
            />
            <TextInput
              label={m.account.folder}
              value={typed.folder}
              error={errors.folder}
              onChange={(event) => put({ folder: event.currentTarget.value })}
            />
          </>
        )}
        <details>
          <summary>{m.account.more}</summary>
          <Textarea
            label={m.account.authority}
            autosize
            minRows={3}
            maxRows={8}
            value={typed.authority}
            error={errors.authority}
            onChange={(event) => put({ authority: event.currentTarget.value })}
          />
        </details>
        {problem && <ProblemNote problem={problem} />}
        {test.data && <Tested found={test.data} reads={typed.reads} />}
        <Group justify="flex-end">
          <Button variant="subtle" loading={test.isPending} onClick={() => test.mutate(formOf(typed))}>
            {m.account.test}
          </Button>
          <Button variant="default" onClick={onClose}>
            {m.account.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.account.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ServerProps {
  of: 'smtp' | 'imap';
  server: MailServer;
  errors: Record<string, string>;
  onChange: (server: MailServer) => void;
}

const SECURITIES: MailSecurity[] = ['tls', 'starttls', 'plain'];
const securityOf = (word: string | null): MailSecurity | undefined => SECURITIES.find((s) => s === word);

function ServerFields({ of, server, errors, onChange }: ServerProps) {
  const name = (field: string) => `${m.account[of]}: ${field}`;
  const choose = (security: MailSecurity) => {
    const port = server.port === usualPort(of, server.security) ? usualPort(of, security) : server.port;
    onChange({ ...server, security, port });
  };
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 600, padding: 0, marginBottom: 4 }}>{m.account[of]}</legend>
      <div className={css.fields}>
        <TextInput
          label={m.account.host}
          aria-label={name(m.account.host)}
          required
          value={server.host}
          error={errors[`${of}.host`]}
          onChange={(event) => onChange({ ...server, host: event.currentTarget.value })}
        />
        <NumberInput
          label={m.account.port}
          aria-label={name(m.account.port)}
          hideControls
          min={1}
          max={65_535}
          value={server.port}
          error={errors[`${of}.port`]}
          onChange={(port) => onChange({ ...server, port: Number(port) })}
        />
        <Select
          label={m.account.security}
          aria-label={name(m.account.security)}
          allowDeselect={false}
          data={SECURITIES.map((value) => ({ value, label: m.account.securities[value] }))}
          value={server.security}
          error={errors[`${of}.security`]}
          onChange={(word) => choose(securityOf(word) ?? server.security)}
        />
      </div>
      <TextInput
        mt="sm"
        label={m.account.user}
        aria-label={name(m.account.user)}
        description={of === 'smtp' ? m.account.userHelp : undefined}
        autoComplete="off"
        value={server.user ?? ''}
        error={errors[`${of}.user`]}
        onChange={(event) => onChange({ ...server, user: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function Tested({ found, reads }: { found: MailTest; reads: boolean }) {
  const good = !given(found.smtp) && !given(found.imap);
  if (good) {
    return (
      <Alert variant="default" icon={<IconCheck color="var(--won)" aria-hidden />} role="status">
        {reads ? m.account.works : m.account.sendsOnly}
      </Alert>
    );
  }
  const troubles = [
    [m.account.smtpTrouble, found.smtp],
    [m.account.imapTrouble, found.imap],
  ] as const;
  return troubles.map(
    ([title, says]) =>
      given(says) && (
        <Alert key={title} variant="default" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
          {says}
        </Alert>
      ),
  );
}
