import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, asProblem, type Deal, got } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import css from './Library.module.css';
import { m } from './messages';

/** Milliseconds without a key before deals are looked for. */
const PAUSE = 250;

/** Deals that are offered. */
const OFFERED = 5;

const foundQuery = (text: string) =>
  queryOptions({
    queryKey: ['deals', 'found', text],
    queryFn:
      text === ''
        ? skipToken
        : ({ signal }) =>
            got(api.GET('/deals', { params: { query: { text, limit: OFFERED, sort: 'latest' } }, signal })),
  });

interface Props {
  deal: Deal | null;
  onChoose: (deal: Deal | null) => void;
}

/** Chooses a deal by a word of its name, account or owner. */
export function DealSearch({ deal, onChoose }: Props) {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), PAUSE);
  const found = useQuery(foundQuery(settled));
  if (deal !== null) {
    return (
      <Button size="compact-sm" variant="default" mt="xs" onClick={() => onChoose(null)}>
        {m.preview.use}
      </Button>
    );
  }
  return (
    <>
      <TextInput
        size="sm"
        mt="xs"
        maw={420}
        label={m.preview.with}
        placeholder={m.preview.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      {found.isError && <ProblemNote problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
      {settled !== '' && found.data && (
        <ul className={css.found}>
          {found.data.deals.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  setText('');
                  onChoose(one);
                }}
              >
                {one.name} <span className="soft">{[one.account, one.owner].filter(Boolean).join(', ')}</span>
              </button>
            </li>
          ))}
          {found.data.deals.length === 0 && <li className="soft small">{m.preview.none}</li>}
        </ul>
      )}
    </>
  );
}
