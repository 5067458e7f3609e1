import { SimpleGrid, TagsInput } from '@mantine/core';
import type { Plan } from '@/api';
import { Section } from '@/ui/PageHead';
import { m } from './messages';

type Closings = Required<NonNullable<Plan['closings']>>;

const NONE: Closings = { won: [], lost: [], names: [] };

/** Which names in the files mean that a deal was won or lost, beside the usual words. */
export function ClosingNames({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }) {
  const closings: Closings = { ...NONE, ...plan.closings };
  const taken = new Set([...closings.won, ...closings.lost]);
  if (closings.names.length === 0 && taken.size === 0) return null;
  const input = (means: 'won' | 'lost') => (
    <TagsInput
      label={m.plan.closings[means]}
      placeholder={closings[means].length === 0 ? m.plan.closings.choose : ''}
      data={closings.names.filter((name) => !taken.has(name))}
      value={closings[means]}
      maxTags={100}
      clearable
      onChange={(names) => onChange({ ...plan, closings: { ...closings, [means]: names } })}
    />
  );
  return (
    <Section title={m.plan.closings.title}>
      <p className="soft small">{m.plan.closings.says}</p>
      <SimpleGrid cols={{ base: 1, xs: 2 }} maw={860}>
        {input('won')}
        {input('lost')}
      </SimpleGrid>
    </Section>
  );
}
