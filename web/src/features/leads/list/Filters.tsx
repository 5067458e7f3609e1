import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useUser } from '@/app/session';
import { count } from '@/ui/format';
import { m } from '../messages';
import { filtersQuery, type LeadChoice } from '../queries';
import { changed } from './choice';
import css from './Leads.module.css';

interface Props {
  choice: LeadChoice;
  counts: { open: number; dropped: number; taken: number } | undefined;
  onChange: (choice: LeadChoice) => void;
}

/** Which leads are shown: state, whose, source, campaign, words. */
export function Filters({ choice, counts, onChange }: Props) {
  const me = useUser()?.name ?? '';
  const values = useQuery(filtersQuery).data;
  const [text, setText] = useState(choice.text ?? '');
  const search = useDebouncedCallback((next: string) => onChange(changed(choice, { text: next })), 250);
  const whose = choice.unassigned === true ? 'nobody' : (choice.owner ?? 'everybody');
  const owners = (values?.owners ?? []).map((o) => o.value).filter((o) => o !== '' && o !== me.toLowerCase());
  const setWhose = (next: string | null) => {
    const none = { owner: undefined, unassigned: undefined };
    if (next === null || next === 'everybody') onChange(changed(choice, none));
    else if (next === 'nobody') onChange(changed(choice, { ...none, unassigned: true }));
    else onChange(changed(choice, { ...none, owner: next }));
  };
  return (
    <div className={css.filters}>
      <SegmentedControl
        aria-label={m.filter.state}
        value={choice.state ?? 'open'}
        onChange={(state) => onChange(changed(choice, { state: STATES.find((s) => s === state) }))}
        data={STATES.map((value) => ({
          value,
          label: counts ? `${m.filter.states[value]} ${count(counts[value])}` : m.filter.states[value],
        }))}
      />
      <TextInput
        className={css.search}
        aria-label={m.filter.search}
        placeholder={m.filter.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        data-filter
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        aria-label={m.filter.whose}
        value={whose}
        allowDeselect={false}
        data={[
          { value: 'everybody', label: m.filter.everybody },
          { value: me, label: m.filter.mine },
          { value: 'nobody', label: m.filter.nobody },
          ...owners.map((value) => ({ value, label: value })),
        ]}
        onChange={setWhose}
      />
      <Values name="source" choice={choice} values={values?.sources} onChange={onChange} />
      <Values name="campaign" choice={choice} values={values?.campaigns} onChange={onChange} />
    </div>
  );
}

const STATES = ['open', 'dropped', 'taken'] as const;

interface ValuesProps {
  name: 'source' | 'campaign';
  choice: LeadChoice;
  values: { value: string; leads: number }[] | undefined;
  onChange: (choice: LeadChoice) => void;
}

function Values({ name, choice, values, onChange }: ValuesProps) {
  const named = (values ?? []).filter((v) => v.value !== '');
  if (named.length === 0 && choice[name] === undefined) return null;
  return (
    <Select
      aria-label={m.filter[name]}
      placeholder={m.filter[name]}
      clearable
      searchable
      data={named.map((v) => ({ value: v.value, label: v.value }))}
      value={choice[name] ?? null}
      onChange={(value) => onChange(changed(choice, { [name]: value ?? undefined }))}
    />
  );
}
