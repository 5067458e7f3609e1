import { useQuery } from '@tanstack/react-query';
import type { ConversionGroup, ConversionStep } from '@/api';
import { also, type Selection, selectionOf } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { EmptyState } from '@/ui/EmptyState';
import { count, percent, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { RangeBar } from '@/ui/RangeBar';
import { ChartSkeleton } from '@/ui/Skeletons';
import { ConversionMatrix } from './ConversionMatrix';
import { Funnel } from './Funnel';
import { groupSelection, useChosenGroup } from './Groups';
import { MeasureFiles } from './MeasureFiles';
import { m } from './messages';
import type { Params } from './params';
import { conversionQuery, csvHref } from './queries';
import { shareOf } from './share';

/** How many go on from stage to stage. */
export function ConversionView({ params }: { params: Params }) {
  const conversion = useQuery(conversionQuery(params.ask));
  return (
    <Loaded query={conversion} skeleton={<ChartSkeleton height={420} />}>
      {({ groups }) => <Groups groups={groups.filter((g) => g.steps.some((s) => s.entered > 0))} params={params} />}
    </Loaded>
  );
}

function Groups({ groups, params: { ask, by } }: { groups: ConversionGroup[]; params: Params }) {
  const { chosen, select } = useChosenGroup(groups);
  if (!chosen) return <EmptyState title={m.empty.filtered}>{m.empty.filteredSays}</EmptyState>;
  const selection = groupSelection(selectionOf({ ...ask }), by, chosen.value);
  const adjacent = chosen.steps.filter((s) => s.adjacent);
  // A funnel has one way out of each stage: where winning comes before the next stage, winning.
  const chain = adjacent.filter((s) => adjacent.findLast((t) => t.from === s.from) === s);
  return (
    <>
      <ChartFrame
        title={m.conversion.title}
        says={m.conversion.says}
        file="conversion"
        columns={stepColumns(selection)}
        rows={adjacent}
        rowId={(s) => s.from}
        controls={select}
      >
        <Funnel steps={chain} selection={selection} />
      </ChartFrame>
      <Section
        title={m.conversion.matrix}
        says={m.conversion.matrixSays}
        actions={<MeasureFiles csv={csvHref('conversion', ask)} />}
      >
        <ConversionMatrix steps={chosen.steps} selection={selection} />
      </Section>
    </>
  );
}

function stepColumns(selection: Selection): Column<ConversionStep>[] {
  const number = (id: 'entered' | 'reached' | 'lost' | 'open', header: string): Column<ConversionStep> => ({
    id,
    header,
    align: 'right',
    value: (s) => s[id],
    cell: (s) => count(s[id]),
  });
  return [
    {
      id: 'from',
      header: m.conversion.from,
      title: true,
      value: (s) => s.from,
      cell: (s) => <DealsLink to={also(selection, { visited: s.from })}>{s.from}</DealsLink>,
    },
    { id: 'to', header: m.conversion.to, value: (s) => s.to },
    number('entered', m.conversion.entered),
    number('reached', m.conversion.reached),
    number('lost', m.conversion.lost),
    number('open', m.conversion.open),
    { id: 'rate', header: m.conversion.rate, align: 'right', value: (s) => s.rate, cell: shareOf },
    {
      id: 'range',
      header: m.conversion.range,
      sorts: false,
      width: '20%',
      value: (s) => s.low,
      cell: (s) => <RangeBar value={s.rate} low={s.low} high={s.high} max={1} format={percent} />,
    },
    {
      id: 'median',
      header: m.conversion.median,
      align: 'right',
      value: (s) => s.median_days,
      cell: (s) => shortDays(s.median_days),
    },
  ];
}
