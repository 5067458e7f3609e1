import { Button, Group, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '@/api';
import { workQuery } from '@/features/settings/queries';
import { dayIn } from '@/ui/days';
import { EmptyState } from '@/ui/EmptyState';
import { ProblemNote } from '@/ui/ProblemNote';
import { price } from '@/ui/price';
import css from './Commission.module.css';
import { m } from './messages';
import { errorsOf, termsOf, typedOf } from './plans/typed';
import { trialQuery, useFirstPlan } from './queries';
import { useSellers } from './useSellers';

/** A deal that shows what a rate means, in minor units. */
const EXAMPLE = 1_000_000;

/** The page before there is a plan: three fields make one, and give it to people. */
export function FirstPlan() {
  const { owners, all } = useSellers();
  const zone = useQuery(workQuery).data?.zone ?? 'UTC';
  const [rate, setRate] = useState('5');
  const [from, setFrom] = useState(() => `${dayIn(new Date().toISOString(), zone).slice(0, 4)}-01-01`);
  const [currency, setCurrency] = useState('EUR');
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [empty, setEmpty] = useState(false);
  const make = useFirstPlan();
  const people = chosen ?? (owners.length > 0 ? owners : all);
  const read = termsOf({ ...typedOf(null, from, currency), name: m.start.name, rate });
  const trial = useQuery(trialQuery('terms' in read ? read.terms : null, [EXAMPLE]));
  const problem = make.isError ? asProblem(make.error) : null;
  const errors = { ...(problem ? errorsOf(problem) : {}), ...('errors' in read ? read.errors : {}) };
  const go = () => {
    setEmpty(people.length === 0);
    if (!('terms' in read) || people.length === 0) return;
    make.mutate({ terms: read.terms, people });
  };
  return (
    <EmptyState title={m.start.title}>
      <p>{m.start.says}</p>
      <form
        className={css.start}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Stack gap="sm" align="stretch" ta="left">
          <Group grow align="flex-end">
            <TextInput
              label={m.start.rate}
              description={m.start.rateHelp}
              inputMode="decimal"
              value={rate}
              error={errors.rate}
              onChange={(event) => setRate(event.currentTarget.value)}
            />
            <TextInput
              label={m.start.currency}
              maxLength={3}
              value={currency}
              error={errors.currency}
              onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
            />
          </Group>
          <TextInput
            type="date"
            label={m.start.from}
            description={m.start.fromHelp}
            value={from}
            error={errors.from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <MultiSelect
            label={m.start.people}
            description={m.start.peopleHelp}
            data={all}
            value={people}
            error={empty ? m.start.nobody : undefined}
            searchable
            clearable
            onChange={setChosen}
          />
          {trial.data && (
            <p className="soft" role="status" style={{ margin: 0 }}>
              {m.start.example(price(EXAMPLE, currency), price(trial.data.total_minor, trial.data.currency))}
            </p>
          )}
          {problem && Object.keys(errorsOf(problem)).length === 0 && <ProblemNote problem={problem} />}
          <Group>
            <Button type="submit" loading={make.isPending}>
              {m.start.go}
            </Button>
          </Group>
        </Stack>
      </form>
    </EmptyState>
  );
}
