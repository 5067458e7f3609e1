import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type DiscountPolicy } from '@/api';
import { useMay } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { discountsQuery, useKeepDiscounts } from './queries';

/** Who may give which discount alone. */
export function Discounts() {
  const may = useMay('owner', 'manager');
  const query = useQuery(discountsQuery);
  const words = m.discounts;
  return (
    <div id="discounts">
      <Section title={words.title} says={may ? words.says : `${words.says} ${words.readOnly}`}>
        <Loaded query={query} skeleton={<TextSkeleton lines={2} />}>
          {(kept) => <Form key={JSON.stringify(kept)} kept={kept} may={may} />}
        </Loaded>
      </Section>
    </div>
  );
}

function Form({ kept, may }: { kept: DiscountPolicy; may: boolean }) {
  const words = m.discounts;
  const limit = (role: string) => kept.limits.find((l) => l.role === role)?.up_to_percent ?? '';
  const [rep, setRep] = useState(limit('rep'));
  const [manager, setManager] = useState(limit('manager'));
  const [eachLine, setEachLine] = useState(kept.each_line ?? false);
  const keep = useKeepDiscounts();
  const save = () =>
    keep.mutate(
      {
        limits: [
          { role: 'rep', up_to_percent: rep.trim() },
          { role: 'manager', up_to_percent: manager.trim() },
          { role: 'owner' },
        ],
        each_line: eachLine,
      },
      { onSuccess: () => tell(words.saved) },
    );
  const error = keep.isError ? asProblem(keep.error).detail : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm" maw={480}>
        <Group grow align="flex-start">
          <TextInput
            label={words.rep}
            inputMode="decimal"
            pattern="[0-9]+(\.[0-9]+)?"
            required
            disabled={!may}
            value={rep}
            error={error}
            onChange={(event) => setRep(event.currentTarget.value)}
          />
          <TextInput
            label={words.manager}
            inputMode="decimal"
            pattern="[0-9]+(\.[0-9]+)?"
            required
            disabled={!may}
            value={manager}
            onChange={(event) => setManager(event.currentTarget.value)}
          />
        </Group>
        <Checkbox
          label={words.eachLine}
          disabled={!may}
          checked={eachLine}
          onChange={(event) => setEachLine(event.currentTarget.checked)}
        />
        {may && (
          <Group>
            <Button type="submit" loading={keep.isPending}>
              {words.save}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
