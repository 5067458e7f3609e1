import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '@/api';
import { Section } from '@/ui/PageHead';
import { m } from './messages';

type Mail = Required<NonNullable<Plan['mail']>>;

const USUAL: Mail = { team: [], subjects: true, bodies: false };

/** How mailboxes and calendars are read: who is on your side, and what is kept. */
export function MailSettings({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }) {
  const mail: Mail = { ...USUAL, ...plan.mail };
  const now = mail.team.join(', ');
  const [typed, setTyped] = useState<string | null>(null);
  const set = (change: Partial<Mail>) => onChange({ ...plan, mail: { ...mail, ...change } });
  const keep = () => {
    const team = (typed ?? now).split(/[\s,;]+/).filter((name) => name !== '');
    setTyped(null);
    if (team.join(', ') !== now) set({ team });
  };
  return (
    <Section title={m.plan.mail.title}>
      <Group align="flex-start" gap="xl">
        <TextInput
          w={{ base: '100%', xs: 380 }}
          label={m.plan.mail.team}
          description={m.plan.mail.teamHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed ?? now}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={keep}
        />
        <Stack gap="sm" pt={4}>
          <Checkbox
            label={m.plan.mail.subjects}
            checked={mail.subjects}
            onChange={(event) => set({ subjects: event.currentTarget.checked })}
          />
          <Checkbox
            label={m.plan.mail.bodies}
            description={m.plan.mail.bodiesHelp}
            checked={mail.bodies}
            onChange={(event) => set({ bodies: event.currentTarget.checked })}
          />
        </Stack>
      </Group>
      <p className="soft small">{m.plan.mail.server}</p>
    </Section>
  );
}
