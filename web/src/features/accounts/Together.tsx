import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { asProblem } from '@/api';
import { m } from './messages';
import { accountsQuery, useMerge } from './queries';

/** Leads to the page of an account by its name. */
function useGoTo(then: () => void) {
  const navigate = useNavigate();
  return (name: string) => {
    then();
    void navigate({ to: '/accounts/one', search: { name }, replace: true });
  };
}

/** Gives an account another name. */
export const RenameDialog = ({ name, onClose }: { name: string | null; onClose: () => void }) => (
  <Modal opened={name !== null} onClose={onClose} title={m.page.renameTitle}>
    {name !== null && <Rename name={name} onClose={onClose} />}
  </Modal>
);

function Rename({ name, onClose }: { name: string; onClose: () => void }) {
  const [text, setText] = useState(name);
  const merge = useMerge(useGoTo(onClose));
  const same = text.trim() === '' || text.trim() === name;
  return (
    <Form
      says={m.page.save}
      busy={merge.isPending}
      stopped={same}
      onClose={onClose}
      onSend={() => merge.mutate({ from: [name], to: text.trim() })}
    >
      <TextInput
        label={m.page.newName}
        description={m.page.renameHelp}
        data-autofocus
        maxLength={200}
        value={text}
        error={merge.isError ? asProblem(merge.error).detail : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Form>
  );
}

interface MergeProps {
  name: string | null;
  /** Names that the account has already. */
  names: readonly string[];
  onClose: () => void;
}

/** Puts another account to one. */
export const MergeDialog = ({ name, names, onClose }: MergeProps) => (
  <Modal opened={name !== null} onClose={onClose} title={m.page.mergeTitle(name ?? '')}>
    {name !== null && <Merge name={name} names={names} onClose={onClose} />}
  </Modal>
);

function Merge({ name, names, onClose }: MergeProps & { name: string }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const found = useQuery(accountsQuery(asked.trim()));
  const merge = useMerge(useGoTo(onClose));
  const others = (found.data?.accounts ?? []).map((a) => a.name).filter((other) => !names.includes(other));
  return (
    <Form
      says={m.page.go}
      busy={merge.isPending}
      stopped={text.trim() === ''}
      onClose={onClose}
      onSend={() => merge.mutate({ from: [text.trim()], to: name })}
    >
      <Autocomplete
        label={m.page.other}
        description={m.page.otherHelp}
        data-autofocus
        maxLength={200}
        data={others.slice(0, 20)}
        filter={({ options }) => options}
        value={text}
        error={merge.isError ? asProblem(merge.error).detail : undefined}
        onChange={setText}
      />
    </Form>
  );
}

interface FormProps {
  says: string;
  busy: boolean;
  stopped: boolean;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}

const Form = ({ says, busy, stopped, onSend, onClose, children }: FormProps) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      if (!stopped) onSend();
    }}
  >
    <Stack gap="sm">
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {m.page.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={stopped}>
          {says}
        </Button>
      </Group>
    </Stack>
  </form>
);
