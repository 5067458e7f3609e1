import { NativeSelect } from '@mantine/core';
import type { RampPerson } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import { type Column, DataTable } from '@/ui/DataTable';
import { percent } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { m } from './messages';
import { RampChart } from './RampChart';
import type { Amounts } from './RampPage';

/** From this many people on there are quartiles, as the API has it. */
const QUARTILES = 4;

interface Props {
  people: RampPerson[];
  person: RampPerson;
  amounts: Amounts;
  onLook: (who: string) => void;
}

interface Week {
  week: number;
  total: number;
  before: RampPerson['before'][number] | undefined;
}

/** One person's weeks beside those of people before. */
export function OnePerson({ people, person, amounts, onLook }: Props) {
  const rows = person.by_week.map((total, i): Week => ({ week: i + 1, total, before: person.before[i] }));
  const most = person.before[0]?.people ?? 0;
  const before = (id: 'median' | 'low' | 'high', header: string): Column<Week> => ({
    id,
    header,
    align: 'right',
    value: (w) => w.before?.[id],
    cell: (w) => {
      const n = w.before?.[id];
      return typeof n === 'number' ? amounts.full(n) : '';
    },
  });
  const columns: Column<Week>[] = [
    { id: 'week', header: m.one.week, title: true, align: 'right', value: (w) => w.week },
    {
      id: 'total',
      header: m.one.total,
      align: 'right',
      value: (w) => w.total,
      cell: (w) => amounts.full(w.total),
    },
    before('median', m.one.median),
    before('low', m.one.low),
    before('high', m.one.high),
    { id: 'before', header: m.one.before, align: 'right', value: (w) => w.before?.people ?? 0 },
  ];
  const says = most === 0 ? m.one.alone : most < QUARTILES ? m.one.few(most) : m.one.band;
  return (
    <>
      <NativeSelect
        label={m.one.label}
        w={280}
        mt={32}
        mb={16}
        value={person.name}
        onChange={(event) => onLook(event.currentTarget.value)}
        data={people.map((one) => one.name)}
      />
      {rows.length === 0 ? (
        <p className="soft">{m.one.none}</p>
      ) : (
        <ChartFrame
          order={2}
          title={m.one.title(person.name)}
          says={`${person.says} ${says}`}
          file="ramp"
          columns={columns}
          rows={rows}
          rowId={(w) => `${w.week}`}
          first={15}
        >
          <RampChart person={person} amounts={amounts} />
        </ChartFrame>
      )}
      {person.four_weeks.length > 0 && <FourWeeks person={person} amounts={amounts} />}
    </>
  );
}

function FourWeeks({ person, amounts }: { person: RampPerson; amounts: Amounts }) {
  const columns: Column<RampPerson['four_weeks'][number]>[] = [
    { id: 'weeks', header: m.four.weeks, title: true, value: (w) => w.week, cell: (w) => `${w.week - 3} to ${w.week}` },
    {
      id: 'amount',
      header: m.four.amount,
      align: 'right',
      value: (w) => w.amount,
      cell: (w) => amounts.full(w.amount),
    },
    { id: 'share', header: m.four.share, align: 'right', value: (w) => w.share, cell: (w) => percent(w.share) },
  ];
  return (
    <Section title={m.four.title}>
      <DataTable columns={columns} rows={person.four_weeks} rowId={(w) => `${w.week}`} label={m.four.title} />
    </Section>
  );
}
