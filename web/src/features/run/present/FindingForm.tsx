import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type DealFindingKind, type Process } from '@/api';
import { tell } from '@/ui/toast';
import { KINDS } from './Findings';
import { m } from './messages';
import { useNote } from './queries';

interface Props {
  deal: string;
  process: Process | null;
  opened: boolean;
  onClose: () => void;
}

/** Notes something that was found out. */
export function FindingForm({ opened, onClose, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={m.findings.form.title}>
      {opened && <Form onClose={onClose} {...rest} />}
    </Modal>
  );
}

const kindOf = (value: string | null): DealFindingKind => KINDS.find((kind) => kind === value) ?? 'other';

function Form({ deal, process, onClose }: Omit<Props, 'opened'>) {
  const note = useNote(deal);
  const [kind, setKind] = useState<DealFindingKind>('use-case');
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [objection, setObjection] = useState<string | null>(null);
  const words = m.findings.form;
  const errors = note.isError ? (asProblem(note.error).errors ?? []) : [];
  const wrong = (field: string) => errors.find((e) => e.field === field)?.message;
  const objections = process?.objections ?? [];
  const go = () =>
    note.mutate(
      { kind, text, link, objection: kind === 'objection' ? (objection ?? '') : '' },
      {
        onSuccess: () => {
          tell(words.done);
          onClose();
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Stack gap="sm">
        <Select
          label={words.kind}
          data={KINDS.map((value) => ({ value, label: m.findings.kinds[value] }))}
          allowDeselect={false}
          openOnFocus={false}
          data-autofocus
          value={kind}
          onChange={(value) => setKind(kindOf(value))}
        />
        <Textarea
          label={words.text}
          required
          maxLength={1000}
          autosize
          minRows={2}
          value={text}
          error={wrong('text')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {kind === 'objection' && objections.length > 0 && (
          <Select
            label={words.objection}
            description={words.objectionHelp}
            data={objections.map((o) => ({ value: o.id, label: o.says || o.id }))}
            clearable
            searchable
            value={objection}
            onChange={setObjection}
          />
        )}
        <TextInput
          label={words.link}
          description={words.linkHelp}
          maxLength={2000}
          inputMode="url"
          value={link}
          error={wrong('link')}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={note.isPending} disabled={text.trim() === ''}>
            {words.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
