import { UnstyledButton } from '@mantine/core';
import type { GroupFigure, MetricAnswer } from '@/api';
import { fieldName } from '@/messages';
import { type Column, DataTable } from '@/ui/DataTable';
import { count } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { RangeBar } from '@/ui/RangeBar';
import { groupName } from '../Groups';
import { m } from './messages';
import { longest, said, type Told } from './told';

const KNOWN = new Map<string, string>([
  ['stage', m.by.stage],
  ['size', m.by.size],
  ['created', m.by.created],
  ['process-version', m.by['process-version']],
]);

/** What a breakdown is called. */
export const byName = (name: string): string => KNOWN.get(name) ?? fieldName(name);

interface Props {
  answer: MetricAnswer;
  write: Told;
  onOpen: (values: string[]) => void;
}

/** The figure of each group, with whether its difference from the others is more than noise. */
export function GroupsTable({ answer: { figures }, write, onOpen }: Props) {
  const { by, groups, unit, total, against } = figures;
  const max =
    longest(
      groups.map((g) => g.figure),
      unit,
    ) || 1;
  const name = (group: GroupFigure, place: number) =>
    group.rest && place + 1 === by.length ? m.rest : groupName(group.values[place]);
  const columns: Column<GroupFigure>[] = [
    ...by.map((field, place): Column<GroupFigure> => ({
      id: `by-${field}`,
      header: byName(field),
      title: place === 0,
      value: (row) => name(row, place),
      cell: (row) =>
        place === 0 ? (
          <UnstyledButton className="quiet-link" onClick={() => onOpen(row.values)}>
            {name(row, place)}
          </UnstyledButton>
        ) : (
          name(row, place)
        ),
    })),
    {
      id: 'value',
      header: m.value,
      align: 'right',
      value: (row) => row.figure.value,
      cell: (row) => said(row.figure, unit, write),
    },
    {
      id: 'range',
      header: m.interval,
      sorts: false,
      width: '22%',
      value: (row) => row.figure.low,
      cell: ({ figure }) => (
        <RangeBar
          value={figure.value}
          low={figure.low}
          high={figure.high}
          max={max}
          reference={unit === 'count' ? undefined : total.value}
          format={write}
        />
      ),
    },
    { id: 'n', header: m.n, align: 'right', value: (row) => row.figure.n, cell: (row) => count(row.figure.n) },
    ...(against
      ? [
          {
            id: 'before',
            header: m.before,
            align: 'right',
            value: (row) => row.before?.value,
            cell: (row) => (row.before ? said(row.before, unit, write) : ''),
          } satisfies Column<GroupFigure>,
          {
            id: 'change',
            header: m.change,
            long: true,
            sorts: false,
            value: (row) => row.change?.says,
          } satisfies Column<GroupFigure>,
        ]
      : []),
    ...(groups.some((g) => g.noise)
      ? [
          {
            id: 'noise',
            header: m.noise,
            long: true,
            value: (row) => row.noise?.p,
            cell: (row) => row.noise?.says,
          } satisfies Column<GroupFigure>,
        ]
      : []),
  ];
  return (
    <Section title={m.groups.title} says={groups.some((g) => g.noise) || by.length > 1 ? '' : m.counts}>
      {groups.length === 0 ? (
        <p className="soft">{m.groups.none}</p>
      ) : (
        <DataTable
          columns={columns}
          rows={groups}
          rowId={(row) => `${row.values.join('\u0000')} ${row.rest}`}
          label={m.groups.title}
          first={20}
        />
      )}
    </Section>
  );
}
