import { Button, NumberInput, Stack } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, asProblem, got, type HealthLimits } from '@/api';
import { useMay } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell, tellProblem } from '@/ui/toast';
import { m } from './messages';

const limitsQuery = queryOptions({
  queryKey: ['customer-limits'],
  queryFn: ({ signal }) => got(api.GET('/settings/customers', { signal })),
});

const NAMES = [
  'quiet_days',
  'silent_days',
  'promise_days',
  'unconfirmed_days',
  'dispute_days',
  'review_days',
  'renewal_days',
] as const satisfies readonly (keyof HealthLimits)[];

/** From when on a fact about a customer is a matter of concern. */
export function CustomerLimits() {
  const query = useQuery(limitsQuery);
  return (
    <Section title={m.title} says={m.says}>
      <Loaded query={query} skeleton={<TextSkeleton lines={4} />}>
        {(limits) => <Form kept={limits} />}
      </Loaded>
    </Section>
  );
}

function Form({ kept }: { kept: HealthLimits }) {
  const queries = useQueryClient();
  const may = useMay('owner', 'manager');
  const [limits, setLimits] = useState(kept);
  const keep = useMutation({
    mutationFn: (body: HealthLimits) => got(api.PUT('/settings/customers', { body })),
    meta: { quiet: true },
    onSuccess: (now) => {
      queries.setQueryData(limitsQuery.queryKey, now);
      for (const key of ['deal', 'deals', 'my-day']) void queries.invalidateQueries({ queryKey: [key] });
      tell(m.saved);
    },
    onError: (error) => {
      if ((asProblem(error).errors ?? []).length === 0) tellProblem(error);
    },
  });
  const errors = keep.error === null ? [] : (asProblem(keep.error).errors ?? []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(limits);
      }}
    >
      <Stack gap="sm" maw={560}>
        {NAMES.map((name) => (
          <NumberInput
            key={name}
            label={m.of[name]}
            suffix={` ${m.days}`}
            min={1}
            max={3650}
            allowDecimal={false}
            disabled={!may}
            value={limits[name]}
            error={errors.find((error) => error.field === name)?.message}
            onChange={(value) => setLimits({ ...limits, [name]: Number(value) })}
          />
        ))}
        {may && (
          <Button type="submit" style={{ alignSelf: 'flex-start' }} loading={keep.isPending}>
            {m.save}
          </Button>
        )}
      </Stack>
    </form>
  );
}
