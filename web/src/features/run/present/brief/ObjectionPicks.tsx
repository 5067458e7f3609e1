import { MultiSelect, Select, Stack, TagsInput } from '@mantine/core';
import type { Objection } from '@/api';
import { m } from './messages';
import type { TypedBrief } from './typed';

type Chosen = TypedBrief['objections'];

interface Props {
  known: Objection[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Objections of the process with the answer to each, and others in words of one's own. */
export function ObjectionPicks({ known, chosen, onChange }: Props) {
  const listed = chosen.filter((c) => c.id !== '');
  const own = chosen.filter((c) => c.id === '');
  const pick = (ids: string[]) =>
    onChange([...ids.map((id) => listed.find((c) => c.id === id) ?? { id, says: '', answer: '' }), ...own]);
  const say = (words: string[]) => onChange([...listed, ...words.map((says) => ({ id: '', says, answer: '' }))]);
  return (
    <Stack gap="xs">
      <MultiSelect
        label={m.form.objections}
        data={known.map((o) => ({ value: o.id, label: o.says || o.id }))}
        searchable
        value={listed.map((c) => c.id)}
        onChange={pick}
      />
      {listed.map((one) => {
        const objection = known.find((o) => o.id === one.id);
        if ((objection?.answers ?? []).length < 2) return null;
        return (
          <Select
            key={one.id}
            size="sm"
            label={`${m.form.answer}: ${objection?.says ?? one.id}`}
            placeholder={m.form.best}
            data={(objection?.answers ?? []).map((answer) => ({ value: answer.id, label: answer.says }))}
            clearable
            value={one.answer === '' ? null : one.answer}
            onChange={(answer) => onChange(chosen.map((c) => (c === one ? { ...c, answer: answer ?? '' } : c)))}
          />
        );
      })}
      <TagsInput label={m.form.own} value={own.map((c) => c.says)} maxTags={10} acceptValueOnBlur onChange={say} />
    </Stack>
  );
}
