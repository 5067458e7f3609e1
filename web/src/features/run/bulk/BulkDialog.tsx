import { Autocomplete, Button, Checkbox, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type BulkChange, type Deal, type FieldUse } from '@/api';
import { currentQuery } from '@/features/define/queries';
import { useWhich } from '@/features/define/which';
import { fieldName } from '@/messages';
import { useFields } from '@/ui/fields';
import { ProblemNote } from '@/ui/ProblemNote';
import { FieldInput } from '../fields/FieldInput';
import { useCustomFields } from '../useCustomFields';
import { changeOf, isWhole, type Kind, KINDS, type Wish } from './change';
import { m } from './messages';

interface Props {
  /** Those to be changed; none: not asked. */
  deals: Deal[] | null;
  sending: { isPending: boolean; isError: boolean; error: unknown };
  onSend: (change: BulkChange) => void;
  onClose: () => void;
}

/** Asks what is to be changed of many deals. */
export const BulkDialog = ({ deals, onClose, ...form }: Props) => (
  <Modal opened={deals !== null} onClose={onClose} title={m.title(deals?.length ?? 0)}>
    {deals && <Form deals={deals} onClose={onClose} {...form} />}
  </Modal>
);

const EMPTY: Wish = { kind: 'owner', field: '', value: '', reason: '', allOrNone: false };

const isKind = (word: string | null): word is Kind => KINDS.some((kind) => kind === word);

function Form({ deals, sending, onSend, onClose }: Props & { deals: Deal[] }) {
  const [wish, setWish] = useState(EMPTY);
  const set = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(wish)) onSend(changeOf(deals, wish));
      }}
    >
      <Stack gap="sm">
        <Select
          label={m.what}
          allowDeselect={false}
          data-autofocus
          data={KINDS.map((value) => ({ value, label: m.kinds[value] }))}
          value={wish.kind}
          onChange={(kind) => isKind(kind) && set({ kind, value: '', field: '' })}
        />
        <Value wish={wish} set={set} />
        <Checkbox
          label={m.allOrNone}
          checked={wish.allOrNone}
          onChange={(event) => set({ allOrNone: event.currentTarget.checked })}
        />
        {sending.isError && <ProblemNote problem={asProblem(sending.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button type="submit" loading={sending.isPending} disabled={!isWhole(wish)}>
            {m.go(deals.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ValueProps {
  wish: Wish;
  set: (part: Partial<Wish>) => void;
}

function Value({ wish, set }: ValueProps) {
  const known = useFields();
  const defined = useCustomFields();
  const values = (name: string) =>
    (known.find((f) => f.name === name)?.values ?? []).map((v) => v.value).filter((v) => v !== '');
  const { kind, value } = wish;
  if (kind === 'move') return <Stage wish={wish} set={set} />;
  if (kind === 'tags-add' || kind === 'tags-remove') {
    return (
      <Autocomplete
        label={m.tags}
        description={m.tagsHelp}
        data={values('tags')}
        value={value}
        onChange={(next) => set({ value: next })}
      />
    );
  }
  if (kind === 'field') {
    const names = [
      ...new Set([
        ...defined.map((f) => f.name),
        'product',
        'account',
        'value',
        'currency',
        ...known.map((f) => f.name),
      ]),
    ];
    const field: FieldUse | undefined = defined.find((f) => f.name === wish.field);
    return (
      <>
        <Autocomplete
          label={m.field}
          data={names
            .filter((name) => !['owner', 'team', 'tags'].includes(name))
            .map((name) => ({ value: name, label: fieldName(name) }))}
          value={wish.field}
          onChange={(next) => set({ field: next, value: '' })}
        />
        {field ? (
          <FieldInput field={field} label={m.value} value={value} onChange={(next) => set({ value: next })} />
        ) : (
          <TextInput
            label={m.value}
            description={m.valueHelp}
            value={value}
            onChange={(event) => set({ value: event.currentTarget.value })}
          />
        )}
      </>
    );
  }
  return (
    <Autocomplete
      label={m.kinds[kind]}
      description={m.valueHelp}
      data={values(kind)}
      limit={10}
      value={value}
      onChange={(next) => set({ value: next })}
    />
  );
}

function Stage({ wish, set }: ValueProps) {
  const process = useQuery(currentQuery(useWhich()));
  const stages = process.data?.saved?.process.stages ?? [];
  return (
    <>
      <Select
        label={m.stage}
        data={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
        value={wish.value === '' ? null : wish.value}
        onChange={(value) => set({ value: value ?? '' })}
      />
      <Textarea
        label={m.reason}
        description={m.reasonHelp}
        rows={2}
        maxLength={1000}
        value={wish.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </>
  );
}
