import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StageSurvival, TimeGroup } from '@/api';
import { also, type Selection, selectionOf } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { EmptyState } from '@/ui/EmptyState';
import { count, percent, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { ChartSkeleton } from '@/ui/Skeletons';
import { stageColour } from '@/ui/stage';
import { Few, groupName, groupSelection } from './Groups';
import css from './Measure.module.css';
import { MeasureFiles } from './MeasureFiles';
import { m } from './messages';
import type { Params } from './params';
import { type Ask, csvHref, timeQuery } from './queries';
import { type Curve, LITTLE, SurvivalChart } from './SurvivalChart';

const FIRST = 6;

/** How long deals stay in each stage; of one stage by group where one compares. */
export function TimeView({ params }: { params: Params }) {
  const ask: Ask = { ...selectionOf({ ...params.ask }), ...(params.by !== undefined && { by: params.by }) };
  const time = useQuery(timeQuery(ask));
  return (
    <Loaded query={time} skeleton={<ChartSkeleton height={460} />}>
      {({ groups }) => {
        const found = groups.filter((g) => g.stages.some((s) => s.visits + s.undated > 0));
        if (found.length === 0) return <EmptyState title={m.empty.filtered}>{m.empty.filteredSays}</EmptyState>;
        return (
          <>
            <Curves groups={found} params={params} />
            <MeasureFiles csv={csvHref('time-in-stage', ask)} />
          </>
        );
      }}
    </Loaded>
  );
}

/** A row of the table behind the chart. */
interface Row {
  id: string;
  group: string;
  selection: Selection;
  survival: StageSurvival;
}

function Curves({ groups, params: { ask, by } }: { groups: TimeGroup[]; params: Params }) {
  const stages = groups[0]?.stages.map((s) => s.stage) ?? [];
  const [wanted, setWanted] = useState('');
  const stage = stages.find((s) => s === wanted) ?? busiest(groups);
  const rows = groups.flatMap((g): Row[] =>
    g.stages
      .filter((s) => by === undefined || (s.stage === stage && s.visits + s.undated > 0))
      .map((survival) => ({
        id: `${groupName(g.value)} ${survival.stage}`,
        group: groupName(g.value),
        selection: groupSelection(selectionOf({ ...ask }), by, g.value),
        survival,
      })),
  );
  const curve = (row: Row): Curve => ({
    name: by === undefined ? row.survival.stage : row.group,
    colour: stageColour(stages.indexOf(row.survival.stage)),
    survival: row.survival,
  });
  return (
    <Few items={rows} most={by === undefined ? rows.length : FIRST}>
      {(shown) => (
        <>
          <ChartFrame
            title={by === undefined || stage === undefined ? m.time.title : `${m.time.title}: ${stage}`}
            says={m.time.says}
            file="time-in-stage"
            columns={timeColumns(by !== undefined)}
            rows={rows}
            rowId={(row) => row.id}
            controls={
              by !== undefined && (
                <NativeSelect
                  size="xs"
                  aria-label={m.time.which}
                  value={stage ?? ''}
                  data={stages}
                  onChange={(event) => setWanted(event.currentTarget.value)}
                />
              )
            }
          >
            <SurvivalChart curves={shown.map(curve).filter((c) => c.survival.visits > 0)} />
          </ChartFrame>
          <ul className={css.says}>
            {shown.map((row) => (
              <li key={row.id} className={css.note}>
                <b>{curve(row).name}</b>: <Words row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Few>
  );
}

/** The stage with the most dated visits. */
function busiest(groups: TimeGroup[]): string | undefined {
  const visits = new Map<string, number>();
  for (const { stage, visits: n } of groups.flatMap((g) => g.stages)) visits.set(stage, (visits.get(stage) ?? 0) + n);
  return [...visits].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** What a curve says, in words, the censored deals among it. */
function Words({ row: { survival, selection } }: { row: Row }) {
  const { visits, censored, undated, median_days, low, high, stage } = survival;
  if (visits === 0) return <>{m.time.noDates(undated)}</>;
  return (
    <>
      {visits < LITTLE ? m.time.little(visits) : m.time.half(median_days, low, high)}{' '}
      {censored === 0 ? (
        m.time.still(0)
      ) : (
        <DealsLink to={also(selection, { stage: [stage], outcome: ['open'] })}>{m.time.still(censored)}</DealsLink>
      )}{' '}
      {undated > 0 && m.time.left(undated)}
    </>
  );
}

function timeColumns(grouped: boolean): Column<Row>[] {
  const number = (id: 'visits' | 'ended' | 'censored' | 'undated', header: string): Column<Row> => ({
    id,
    header,
    align: 'right',
    value: (row) => row.survival[id],
    cell: (row) => count(row.survival[id]),
  });
  const share = (id: 'moved_on' | 'lost', header: string): Column<Row> => ({
    id,
    header,
    align: 'right',
    value: (row) => row.survival[id],
    cell: (row) => percent(row.survival[id]),
  });
  return [
    ...(grouped
      ? [{ id: 'group', header: m.time.group, title: true, value: (row: Row) => row.group } satisfies Column<Row>]
      : []),
    {
      id: 'stage',
      header: m.time.stage,
      title: !grouped,
      value: (row) => row.survival.stage,
      cell: (row) => (
        <DealsLink to={also(row.selection, { visited: row.survival.stage })}>{row.survival.stage}</DealsLink>
      ),
    },
    number('visits', m.time.visits),
    number('ended', m.time.ended),
    {
      ...number('censored', m.time.censored),
      cell: ({ survival, selection }) => (
        <DealsLink to={also(selection, { stage: [survival.stage], outcome: ['open'] })}>
          {count(survival.censored)}
        </DealsLink>
      ),
    },
    number('undated', m.time.undated),
    {
      id: 'median',
      header: m.time.median,
      align: 'right',
      value: (row) => row.survival.median_days,
      cell: (row) => shortDays(row.survival.median_days),
    },
    {
      id: 'low',
      header: m.time.interval,
      align: 'right',
      value: (row) => row.survival.low,
      cell: ({ survival: { low, high } }) => `${shortDays(low)} – ${shortDays(high)}`,
    },
    share('moved_on', m.time.moved),
    share('lost', m.time.lost),
  ];
}
