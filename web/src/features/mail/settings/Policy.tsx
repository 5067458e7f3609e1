import { Button, Group, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type MailPolicy } from '@/api';
import { Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from '../Mail.module.css';
import { m } from '../messages';
import { useKeepPolicy } from '../queries';

/** How the workspace writes: links, pace, consent, footer. */
export function Policy({ policy, mayChange }: { policy: MailPolicy; mayChange: boolean }) {
  const [typed, setTyped] = useState<MailPolicy>(() => ({
    ...policy,
    address: policy.address === '' && mayChange ? location.origin : policy.address,
  }));
  const keep = useKeepPolicy();
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  const put = (more: Partial<MailPolicy>) => setTyped({ ...typed, ...more });
  return (
    <Section title={m.policy.title} says={m.policy.says}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(typed, { onSuccess: () => tell(m.policy.saved) });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={m.policy.address}
            description={m.policy.addressHelp}
            readOnly={!mayChange}
            value={typed.address}
            error={errors.address}
            onChange={(event) => put({ address: event.currentTarget.value })}
          />
          <Group gap="sm" align="flex-end">
            <NumberInput
              label={m.policy.perHour}
              readOnly={!mayChange}
              w={160}
              min={1}
              value={typed.per_hour}
              error={errors.per_hour}
              onChange={(n) => put({ per_hour: Number(n) })}
            />
            <NumberInput
              label={m.policy.perDay}
              readOnly={!mayChange}
              w={160}
              min={1}
              value={typed.per_day}
              error={errors.per_day}
              onChange={(n) => put({ per_day: Number(n) })}
            />
          </Group>
          <p className="soft small" style={{ margin: 0 }}>
            {m.policy.paceHelp}
          </p>
          <Switch
            label={m.policy.consent}
            description={m.policy.consentHelp}
            disabled={!mayChange}
            checked={typed.consent_needed}
            onChange={(event) => put({ consent_needed: event.currentTarget.checked })}
          />
          <Textarea
            label={m.policy.footer}
            description={m.policy.footerHelp}
            readOnly={!mayChange}
            autosize
            minRows={2}
            maxLength={1000}
            value={typed.footer}
            error={errors.footer}
            onChange={(event) => put({ footer: event.currentTarget.value })}
          />
          <p className="soft small" style={{ margin: 0 }}>
            {m.policy.privacy}
          </p>
          {problem && <ProblemNote problem={problem} />}
          {mayChange && (
            <Group>
              <Button type="submit" loading={keep.isPending}>
                {m.policy.save}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
