import { ActionIcon, Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type Deal, type DealCommission } from '@/api';
import { given } from '@/ui/given';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from '../Commission.module.css';
import { m as words } from '../messages';
import { periodWords } from '../periods';
import { useSplit } from '../queries';
import { useSellers } from '../useSellers';
import { m } from './messages';
import { sharesOf, sumOf, type TypedShare, typedShares } from './shares';

interface Props {
  opened: boolean;
  deal: Deal;
  commission: DealCommission;
  onClose: () => void;
}

/** Says who shares the commission of a deal. */
export const SplitForm = ({ opened, ...props }: Props) => (
  <Modal opened={opened} onClose={props.onClose} title={m.split.title}>
    {opened && <Form {...props} />}
  </Modal>
);

function Form({ deal, commission, onClose }: Omit<Props, 'opened'>) {
  const { all } = useSellers();
  const [typed, setTyped] = useState<TypedShare[]>(() => {
    const first = typedShares(commission.shares);
    return first.length > 0 ? first : [{ key: 0, person: deal.owner ?? '', percent: '100' }];
  });
  const [reason, setReason] = useState('');
  const [unread, setUnread] = useState(false);
  const split = useSplit(deal.id);
  const set = (key: number, part: Partial<TypedShare>) => {
    setTyped(typed.map((share) => (share.key === key ? { ...share, ...part } : share)));
    setUnread(false);
  };
  const send = (shares: { person: string; share: string }[]) => {
    const done = () => {
      tell(m.split.done);
      onClose();
    };
    split.mutate({ shares, reason }, { onSuccess: done });
  };
  const save = () => {
    const shares = sharesOf(typed);
    setUnread(shares === null);
    if (shares !== null) send(shares);
  };
  const add = () =>
    setTyped([...typed, { key: Math.max(-1, ...typed.map((share) => share.key)) + 1, person: '', percent: '' }]);
  const ended = commission.shares.find((share) => share.ended && given(share.period));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{m.split.says}</p>
        {given(ended?.period) && (
          <p className={css.note} style={{ margin: 0 }}>
            {m.split.ended(periodWords(ended.period))}
          </p>
        )}
        {typed.map((share, at) => (
          <Group key={share.key} gap="xs" align="flex-end" wrap="nowrap">
            <Autocomplete
              style={{ flex: 2 }}
              label={m.split.person}
              data={all}
              value={share.person}
              onChange={(person) => set(share.key, { person })}
            />
            <TextInput
              style={{ flex: 1 }}
              label={m.split.share}
              inputMode="decimal"
              value={share.percent}
              onChange={(event) => set(share.key, { percent: event.currentTarget.value })}
            />
            <ActionIcon
              size={36}
              variant="subtle"
              c="var(--ink-soft)"
              aria-label={m.split.remove(at + 1)}
              disabled={typed.length === 1}
              onClick={() => setTyped(typed.filter((other) => other.key !== share.key))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        <Group justify="space-between">
          <Button variant="subtle" size="sm" leftSection={<IconPlus size={16} />} onClick={add}>
            {m.split.add}
          </Button>
          <span className="soft small" role="status">
            {m.split.sum(sumOf(typed))}
          </span>
        </Group>
        <TextInput
          label={m.split.reason}
          description={m.split.reasonHelp}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {unread && (
          <p role="alert" style={{ margin: 0, color: 'var(--lost)' }}>
            {m.split.error}
          </p>
        )}
        {split.isError && <ProblemNote problem={asProblem(split.error)} />}
        <Group justify="space-between">
          {commission.shares.length > 1 ? (
            <Button variant="subtle" onClick={() => send([])}>
              {m.split.back}
            </Button>
          ) : (
            <span />
          )}
          <Group>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={split.isPending}>
              {m.split.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
