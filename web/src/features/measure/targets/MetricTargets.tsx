import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { MetricAnswer } from '@/api';
import { Section } from '@/ui/PageHead';
import type { Of } from './draft';
import { m } from './messages';
import { targetsQuery } from './queries';
import css from './Targets.module.css';
import { useTargets } from './useTargets';

/** The targets of a metric, and one more on what the page shows. */
export function MetricTargets({ answer, of }: { answer: MetricAnswer; of: Of }) {
  const targets = useQuery(targetsQuery).data?.targets ?? [];
  const { may, card, form, set } = useTargets();
  const own = targets.filter((line) => line.target.metric === of.metric);
  const { unit, currency } = answer.figures;
  if (own.length === 0 && !may) return null;
  const action = may && (
    <Button
      variant="default"
      leftSection={<IconTargetArrow size={16} aria-hidden />}
      onClick={() => set({ line: null, of, unit, currency, name: answer.metric.name })}
    >
      {m.set}
    </Button>
  );
  return (
    <Section title={m.section} says={m.sectionSays} actions={action}>
      <ul className={css.list}>{own.map(card)}</ul>
      {form}
    </Section>
  );
}
