import { Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanTerms } from '@/api';
import { kept } from '@/ui/format';
import { amountText, minorOf } from '@/ui/price';
import css from '../Commission.module.css';
import { trialQuery } from '../queries';
import { m } from './messages';
import { exampleOf } from './typed';

/** Milliseconds after the last key before the server counts. */
const PAUSE = 300;

/** What a plan would pay for a few deals, counted by the server while it is written. */
export function Example({ terms }: { terms: PlanTerms | null }) {
  const [own, setOwn] = useState<string[] | null>(null);
  const shown = own ?? (terms ? exampleOf(terms).map(amountText) : []);
  const [calm] = useDebouncedValue(terms, PAUSE);
  const prices = shown.flatMap((text) => minorOf(text) ?? []);
  const [calmPrices] = useDebouncedValue(prices.join(' '), PAUSE);
  const query = useQuery(trialQuery(calm, calmPrices === '' ? [] : calmPrices.split(' ').map(Number)));
  const tried = query.isError || terms === null ? null : query.data;
  return (
    <section className={css.example} aria-labelledby="example">
      <h3 id="example">{m.form.example}</h3>
      <p className="soft small" style={{ marginTop: 0 }}>
        {terms === null ? m.form.waiting : m.form.exampleHelp}
      </p>
      <Group grow align="flex-start" gap="xs">
        {shown.map((text, at) => (
          <TextInput
            key={at}
            size="sm"
            label={m.form.price(at + 1)}
            inputMode="decimal"
            value={text}
            onChange={({ currentTarget: { value } }) => setOwn(shown.map((other, i) => (i === at ? value : other)))}
          />
        ))}
      </Group>
      {tried && (
        <div role="status">
          <ul className={css.sentences}>
            {tried.lines_say.map((says) => (
              <li key={says}>{kept(says)}</li>
            ))}
          </ul>
          <ul className={css.sentences} data-last="strong">
            {tried.then_says.map((says) => (
              <li key={says}>{kept(says)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
