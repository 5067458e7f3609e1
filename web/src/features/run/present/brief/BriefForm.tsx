import { Button, Group, Modal, MultiSelect, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type BriefPage, type Meeting, type Process } from '@/api';
import { moment } from '@/ui/format';
import { tell } from '@/ui/toast';
import { useChoose } from '../queries';
import { m } from './messages';
import { ObjectionPicks } from './ObjectionPicks';
import { choicesOf, type TypedBrief, typedOf, wrongPart, NOTHING } from './typed';

interface Props {
  deal: string;
  page: BriefPage;
  process: Process | null;
  meetings: Meeting[];
  opened: boolean;
  onClose: () => void;
}

/** Chooses what stands in the brief, for everybody who comes. */
export function BriefForm({ opened, onClose, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={m.form.title}>
      {opened && <Form onClose={onClose} {...rest} />}
    </Modal>
  );
}

function Form({ deal, page, process, meetings, onClose }: Omit<Props, 'opened'>) {
  const choose = useChoose(deal);
  const [typed, setTyped] = useState<TypedBrief>(() => typedOf(page.brief, page.choices));
  const change = (next: Partial<TypedBrief>) => setTyped({ ...typed, ...next });
  const errors = choose.isError ? (asProblem(choose.error).errors ?? []) : [];
  const wrong = (field: string) => errors.find((e) => e.field === field || e.field.startsWith(`${field}.`))?.message;
  const unread = wrongPart(typed.agenda);
  const agendaError = unread === undefined ? wrong('agenda') : m.form.agendaWrong(unread);
  const keep = (choices: Parameters<typeof choose.mutate>[0]['choices']) =>
    choose.mutate(
      { choices, version: page.version },
      {
        onSuccess: () => {
          tell(m.form.done);
          onClose();
        },
      },
    );
  const area = (name: 'useCases' | 'pains' | 'ours' | 'theirs' | 'agenda' | 'note', field: string, help?: string) => (
    <Textarea
      label={m.form[name]}
      description={help}
      autosize
      minRows={2}
      maxRows={8}
      value={typed[name]}
      error={name === 'agenda' ? agendaError : wrong(field)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (unread === undefined) keep(choicesOf(typed));
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={m.form.meeting}
            data={meetings.map((one) => ({ value: one.id, label: `${one.plan.title}, ${moment(one.plan.start)}` }))}
            clearable
            value={typed.meeting === '' ? null : typed.meeting}
            onChange={(meeting) => change({ meeting: meeting ?? '' })}
          />
          <Select
            label={m.form.persona}
            placeholder={m.form.noPersona}
            data={(process?.personas ?? []).map((persona) => ({ value: persona.id, label: persona.name }))}
            clearable
            value={typed.persona === '' ? null : typed.persona}
            onChange={(persona) => change({ persona: persona ?? '' })}
          />
        </Group>
        <Group grow align="flex-start">
          {area('useCases', 'use_cases')}
          {area('pains', 'pains')}
        </Group>
        <Group grow align="flex-start">
          {area('ours', 'ours', m.form.oursHelp)}
          {area('theirs', 'theirs', m.form.theirsHelp)}
        </Group>
        <ObjectionPicks
          known={process?.objections ?? []}
          chosen={typed.objections}
          onChange={(objections) => change({ objections })}
        />
        <MultiSelect
          label={m.form.proof}
          data={(process?.library ?? []).map((content) => ({ value: content.id, label: content.name || content.id }))}
          searchable
          value={typed.proof}
          error={wrong('proof')}
          onChange={(proof) => change({ proof })}
        />
        {area('agenda', 'agenda', m.form.agendaHelp)}
        {area('note', 'note')}
        <Group justify="space-between">
          <Button variant="subtle" onClick={() => keep(NOTHING)}>
            {m.form.reset}
          </Button>
          <Button type="submit" loading={choose.isPending} disabled={unread !== undefined}>
            {m.form.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
