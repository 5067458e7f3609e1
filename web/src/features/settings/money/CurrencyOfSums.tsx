import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '@/api';
import { useMay } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { currencyQuery, useKeepCurrency } from './queries';

/** In which currency sums are told. */
export function CurrencyOfSums() {
  const query = useQuery(currencyQuery);
  return (
    <div id="currency">
      <Section title={m.currency.title} says={m.currency.says}>
        <Loaded query={query} skeleton={<TextSkeleton lines={1} />}>
          {({ currency = '' }) => <Form key={currency} kept={currency} />}
        </Loaded>
        <p className="soft small">
          {m.currency.rates}{' '}
          <Link to="/commission/plans" className="quiet-link">
            {m.currency.toRates}
          </Link>
        </p>
      </Section>
    </div>
  );
}

function Form({ kept }: { kept: string }) {
  const words = m.currency;
  const may = useMay('owner', 'manager');
  const [currency, setCurrency] = useState(kept);
  const keep = useKeepCurrency();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(currency.trim(), { onSuccess: () => tell(words.saved) });
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={words.label}
          description={words.help}
          maxLength={3}
          disabled={!may}
          value={currency}
          error={keep.isError ? asProblem(keep.error).detail : undefined}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
        {may && (
          <Button type="submit" loading={keep.isPending}>
            {words.save}
          </Button>
        )}
      </Group>
    </form>
  );
}
