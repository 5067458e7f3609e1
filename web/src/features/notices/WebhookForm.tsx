import { Button, Checkbox, CopyButton, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Webhook, type WebhookLine } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { m } from './messages';
import { choicesQuery, useKeepHook } from './queries';

interface Props {
  line: WebhookLine | null;
  /** With the secret of a new one. */
  onKept: (secret: string | null) => void;
  onClose: () => void;
}

/** Where another program is told of what. */
export function WebhookForm({ line, onKept, onClose }: Props) {
  const all = useQuery(choicesQuery).data?.kinds.map(({ kind }) => kind) ?? [];
  const [typed, setTyped] = useState<Webhook>({
    url: line?.url ?? '',
    kinds: line?.kinds ?? ['reply', 'quote-accepted', 'quote-declined'],
    active: line?.active ?? true,
  });
  const keep = useKeepHook(line);
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(typed, { onSuccess: (kept) => onKept(kept.secret ?? null) });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={m.hooks.url}
          description={m.hooks.urlHelp}
          required
          data-autofocus
          value={typed.url}
          error={errors.url}
          onChange={(event) => setTyped({ ...typed, url: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={m.hooks.kinds}
          error={errors.kinds}
          value={typed.kinds}
          onChange={(on) => setTyped({ ...typed, kinds: all.filter((kind) => on.includes(kind)) })}
        >
          <Stack gap={4} mt="xs">
            {all.map((kind) => (
              <Checkbox key={kind} value={kind} label={m.kinds[kind]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Switch
          label={m.hooks.active}
          checked={typed.active}
          onChange={(event) => setTyped({ ...typed, active: event.currentTarget.checked })}
        />
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.hooks.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.hooks.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The secret of a new webhook, to copy; it is shown this once, so a click beside it closes nothing. */
export function Secret({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  return (
    <Modal opened={secret !== null} onClose={onClose} closeOnClickOutside={false} title={m.hooks.secret}>
      <Stack gap="sm">
        <TextInput
          label={m.hooks.secret}
          description={m.hooks.secretHelp}
          readOnly
          data-autofocus
          value={secret ?? ''}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end">
          <CopyButton value={secret ?? ''}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? m.hooks.copied : m.hooks.copy}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{m.hooks.close}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
