import { Button, Group, Modal, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WebhookLine } from '@/api';
import { ago } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import css from './Notices.module.css';
import { deliveriesQuery, hooksQuery, useAllowPrivate, useRemoveHook, useTestHook } from './queries';
import { Secret, WebhookForm } from './WebhookForm';

/** Where other programs are told. */
export function Webhooks() {
  const query = useQuery(hooksQuery);
  const allow = useAllowPrivate();
  const [asked, setAsked] = useState<WebhookLine | 'new' | null>(null);
  const [leaving, setLeaving] = useState<WebhookLine | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const remove = useRemoveHook();
  return (
    <Section
      title={m.hooks.title}
      says={m.hooks.says}
      actions={
        <Button variant="default" onClick={() => setAsked('new')}>
          {m.hooks.add}
        </Button>
      }
    >
      <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
        {({ webhooks, private: allowed }) => (
          <>
            {webhooks.length === 0 && <p className="soft">{m.hooks.none}</p>}
            <ul className={css.hooks}>
              {webhooks.map((hook) => (
                <Hook key={hook.id} hook={hook} onEdit={() => setAsked(hook)} onRemove={() => setLeaving(hook)} />
              ))}
            </ul>
            <Switch
              label={m.hooks.private}
              description={m.hooks.privateHelp}
              checked={allowed}
              disabled={allow.isPending}
              onChange={(event) => allow.mutate(event.currentTarget.checked)}
            />
          </>
        )}
      </Loaded>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === 'new' ? m.hooks.add : m.hooks.edit}
      >
        {asked !== null && (
          <WebhookForm
            line={asked === 'new' ? null : asked}
            onKept={(told) => {
              setAsked(null);
              setSecret(told);
            }}
            onClose={() => setAsked(null)}
          />
        )}
      </Modal>
      <Secret secret={secret} onClose={() => setSecret(null)} />
      <Modal opened={leaving !== null} onClose={() => setLeaving(null)} title={m.hooks.removeTitle}>
        <p style={{ marginTop: 0, overflowWrap: 'anywhere' }}>{leaving && m.hooks.removeSays(leaving.url)}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setLeaving(null)}>
            {m.hooks.cancel}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => leaving && remove.mutate(leaving, { onSettled: () => setLeaving(null) })}
          >
            {m.hooks.remove}
          </Button>
        </Group>
      </Modal>
    </Section>
  );
}

interface HookProps {
  hook: WebhookLine;
  onEdit: () => void;
  onRemove: () => void;
}

function Hook({ hook, onEdit, onRemove }: HookProps) {
  const test = useTestHook();
  const found = test.data;
  return (
    <li>
      <p className={css.says}>
        {hook.url}
        {!hook.active && <span className="soft"> · {m.hooks.inactive}</span>}
      </p>
      <p className={css.about}>{hook.kinds.map((kind) => m.kinds[kind]).join(' · ')}</p>
      {found && (
        <p className={css.about} role="status">
          {given(found.trouble) ? found.trouble : given(found.status) && m.hooks.works(found.status)}
        </p>
      )}
      <div className={css.acts}>
        <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate(hook.id)}>
          {m.hooks.test}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onEdit}>
          {m.hooks.change}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onRemove}>
          {m.hooks.remove}
        </Button>
      </div>
      <Log id={hook.id} />
    </li>
  );
}

function Log({ id }: { id: string }) {
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...deliveriesQuery(id), enabled: opened });
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className="small">{m.hooks.log}</summary>
      {data?.length === 0 && <p className="soft small">{m.hooks.logNone}</p>}
      <ul className="small" style={{ paddingLeft: 20, margin: 0 }}>
        {data?.map((one) => (
          <li key={one.id}>
            {ago(one.at)}: {one.kind} · {stateOf(one.state)} · {m.hooks.tries(one.tries)}
            {given(one.answer) && ` · ${one.answer}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

const stateOf = (word: string): string =>
  word === 'done' || word === 'failed' ? m.hooks.states[word] : m.hooks.states.waiting;
