import { Autocomplete, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { DealView, Stage } from '@/api';
import { wordsOf } from '../deal/remedy';
import type { Asked, CallDraft } from './call';
import { m } from './messages';
import { PeopleInput } from './PeopleInput';

interface Props {
  view: DealView;
  stage: Stage | undefined;
  questions: Asked[];
  draft: CallDraft;
  onChange: (next: Partial<CallDraft>) => void;
}

/** Who was there, what they answered, how it ended, what was agreed. */
export function CallFields({ view, stage, questions, draft, onChange }: Props) {
  const answer = (id: string, text: string) => onChange({ answers: { ...draft.answers, [id]: text } });
  const outcomes = Object.entries(m.call.outcomes).map(([value, label]) => ({ value, label }));
  const open = view.commitments.filter((c) => c.state !== 'kept');
  return (
    <Stack gap="sm">
      <PeopleInput
        label={m.call.theirs}
        known={view.people.map((person) => person.name)}
        value={draft.theirs}
        onChange={(theirs) => onChange({ theirs })}
      />
      {questions.map((question) =>
        question.choices.length > 0 ? (
          <Autocomplete
            key={question.id}
            label={question.asks}
            data={question.choices}
            maxLength={4000}
            value={draft.answers[question.id] ?? ''}
            onChange={(text) => answer(question.id, text)}
          />
        ) : (
          <Textarea
            key={question.id}
            label={question.asks}
            autosize
            minRows={1}
            maxLength={4000}
            value={draft.answers[question.id] ?? ''}
            onChange={(event) => answer(question.id, event.currentTarget.value)}
          />
        ),
      )}
      <Group grow align="flex-start">
        <Select
          label={m.call.outcome}
          data={outcomes}
          allowDeselect={false}
          value={draft.outcome}
          onChange={(outcome) => onChange({ outcome: outcome ?? 'talked' })}
        />
        <Autocomplete
          label={m.call.tag}
          data={wordsOf(stage ? [stage] : []).tag ?? []}
          maxLength={100}
          value={draft.tag}
          onChange={(tag) => onChange({ tag })}
        />
      </Group>
      {open.length > 0 && (
        <Group grow align="flex-start">
          <Select
            label={m.call.commitment}
            placeholder={m.call.noCommitment}
            data={open.map((c) => ({ value: c.id, label: c.says }))}
            clearable
            value={draft.commitment === '' ? null : draft.commitment}
            onChange={(commitment) => onChange({ commitment: commitment ?? '' })}
          />
          {draft.commitment !== '' && (
            <TextInput
              type="date"
              label={m.call.due}
              value={draft.due}
              onChange={(event) => onChange({ due: event.currentTarget.value })}
            />
          )}
        </Group>
      )}
      <Textarea
        label={m.call.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </Stack>
  );
}
