import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { m } from './messages';
import { foundQuery } from './queries';

/** Finds a closed deal by its name, account or rep. */
export function PickDeal({ taken, pick }: { taken: string[]; pick: (id: string) => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 250);
  const found = useQuery(foundQuery(asked)).data?.deals ?? [];
  const data = found
    .filter((d) => !taken.includes(d.id))
    .map((d) => ({ value: d.id, label: [d.name, d.account, d.owner].filter(Boolean).join(' · ') }));
  return (
    <Select
      aria-label={m.choose.pick}
      placeholder={m.choose.pick}
      data={data}
      value={null}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={asked.trim() === '' ? m.choose.pickHint : m.choose.pickNone}
      onChange={(id) => {
        if (id === null) return;
        pick(id);
        setText('');
      }}
      w={280}
    />
  );
}
