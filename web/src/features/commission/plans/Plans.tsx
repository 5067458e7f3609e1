import { Badge, Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { CommissionPlan, PlanLine } from '@/api';
import { date, kept } from '@/ui/format';
import { given } from '@/ui/given';
import { Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from '../Commission.module.css';
import { useRemovePlan } from '../queries';
import { useConfirmed } from '../useConfirmed';
import { Ask } from './Ask';
import { m } from './messages';
import { PlanForm, type Writing } from './PlanForm';
import { useToday } from './useToday';

interface Removing {
  plan: PlanLine;
  version: CommissionPlan;
}

/** The plans with their versions; a change begins on a day. */
export function Plans({ plans }: { plans: PlanLine[] }) {
  const [writing, setWriting] = useState<Writing | null>(null);
  const [removing, setRemoving] = useState<Removing | null>(null);
  const today = useToday();
  const remove = useRemovePlan();
  const taking = useConfirmed(remove, () => {
    tell(m.removed(removing?.plan.name ?? ''));
    setRemoving(null);
  });
  const currency = plans[0]?.versions.at(-1)?.terms.currency ?? 'EUR';
  const go = ({ plan, version }: Removing) => {
    const begins = plan.versions.length > 1 ? version.from : null;
    taking.act({ seen: plan, confirmed: false, begins });
  };
  return (
    <Section
      title={m.plans}
      says={m.plansSay}
      actions={
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => setWriting({ plan: null, version: null, begins: null })}
        >
          {m.add}
        </Button>
      }
    >
      {plans.map((plan) => (
        <article key={plan.id} className={css.plan}>
          <Group justify="space-between" mb="xs">
            <h3>
              {plan.name} <span className="soft small">{m.people(plan.people.length)}</span>
            </h3>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={m.nextVersion(plan.name)}
              onClick={() => setWriting({ plan, version: plan.versions.at(-1)?.terms ?? null, begins: null })}
            >
              {m.next}
            </Button>
          </Group>
          {plan.versions.toReversed().map(({ terms, says, ended }) => (
            <div key={terms.from} className={css.version}>
              <Group justify="space-between" align="flex-start">
                <div>
                  <b>{m.holds(date(terms.from), given(terms.until) ? date(terms.until) : null)}</b>{' '}
                  {holds(terms, today) && (
                    <Badge variant="light" color="teal" tt="none">
                      {m.current}
                    </Badge>
                  )}
                </div>
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={m.editVersion(plan.name, date(terms.from))}
                    onClick={() => setWriting({ plan, version: terms, begins: terms.from })}
                  >
                    {m.edit}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    c="var(--ink-soft)"
                    aria-label={m.removeVersion(plan.name, date(terms.from))}
                    onClick={() => setRemoving({ plan, version: terms })}
                  >
                    {m.remove}
                  </Button>
                </Group>
              </Group>
              <ul>
                {says.map((sentence) => (
                  <li key={sentence}>{kept(sentence)}</li>
                ))}
              </ul>
              {ended > 0 && <p className="soft small">{m.ended(ended)}</p>}
            </div>
          ))}
        </article>
      ))}
      <PlanForm writing={writing} today={today} currency={currency} onClose={() => setWriting(null)} />
      <Ask
        title={removing && m.removing(`${removing.plan.name} (${date(removing.version.from)})`)}
        says={m.removingSays}
        go={m.remove}
        busy={remove.isPending}
        onGo={() => removing && go(removing)}
        onClose={() => {
          remove.reset();
          setRemoving(null);
        }}
      >
        {taking.problem && <ProblemNote problem={taking.problem} />}
      </Ask>
      {taking.dialog}
    </Section>
  );
}

const holds = ({ from, until }: CommissionPlan, today: string): boolean =>
  from <= today && (!given(until) || today <= until);
