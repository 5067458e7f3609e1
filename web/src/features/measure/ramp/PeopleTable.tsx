import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Ramp, RampPerson } from '@/api';
import { byField } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, date, kept } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { m } from './messages';
import type { Amounts } from './RampPage';

interface Props {
  ramp: Ramp;
  amounts: Amounts;
  onLook: (who: string) => void;
  csv: ReactNode;
}

/** Everybody with how it goes. */
export function PeopleTable({ ramp, amounts, onLook, csv }: Props) {
  const columns: Column<RampPerson>[] = [
    {
      id: 'name',
      header: m.people.name,
      title: true,
      value: (p) => p.name,
      cell: (p) => (
        <Button variant="subtle" size="compact-sm" aria-label={m.people.look(p.name)} onClick={() => onLook(p.name)}>
          {p.name}
        </Button>
      ),
    },
    {
      id: 'start',
      header: m.people.start,
      value: (p) => p.start,
      cell: (p) => (
        <span>
          {date(p.start)} <span className="soft small">{p.given ? m.people.given : m.people.seen}</span>
        </span>
      ),
    },
    { id: 'weeks', header: m.people.weeks, align: 'right', value: (p) => p.weeks },
    {
      id: 'won',
      header: m.people.won,
      align: 'right',
      value: (p) => p.won,
      cell: (p) => <DealsLink to={{ ...byField('owner', p.name), outcome: ['won'] }}>{count(p.won)}</DealsLink>,
    },
    {
      id: 'target',
      header: m.people.target,
      align: 'right',
      value: (p) => p.target,
      cell: (p) => (
        <span>
          {typeof p.target === 'number' && amounts.full(p.target)}{' '}
          <span className="soft small">{m.people.targetFrom[p.target_from]}</span>
        </span>
      ),
    },
    {
      id: 'reached',
      header: m.people.reached,
      align: 'right',
      value: (p) => p.reached_week,
      cell: (p) => (typeof p.reached_week === 'number' ? m.people.week(p.reached_week) : m.people.notYet),
    },
    ...(ramp.tasks_known
      ? [
          {
            id: 'tasks',
            header: m.people.tasks,
            align: 'right',
            value: (p) => p.tasks_a_week,
            cell: (p) => (typeof p.tasks_a_week === 'number' ? p.tasks_a_week.toFixed(1) : count(p.tasks)),
          } satisfies Column<RampPerson>,
        ]
      : []),
    { id: 'how', header: m.people.how, long: true, value: (p) => p.says, cell: (p) => kept(p.says) },
  ];
  return (
    <Section title={m.people.title} says={m.people.says} actions={csv}>
      <DataTable columns={columns} rows={ramp.people} rowId={(p) => p.name} label={m.people.title} first={15} />
    </Section>
  );
}
