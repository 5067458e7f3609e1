import { useQuery } from '@tanstack/react-query';
import type { FlowGroup, StageFlow } from '@/api';
import { also, type Selection, selectionOf } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { EmptyState } from '@/ui/EmptyState';
import { count } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { Few, groupName, groupSelection } from './Groups';
import css from './Measure.module.css';
import { MeasureFiles } from './MeasureFiles';
import { m } from './messages';
import type { Params } from './params';
import { type Ask, csvHref, flowQuery } from './queries';

const FIRST = 4;

/** Moves into and out of each stage in the period. */
export function FlowView({ params }: { params: Params }) {
  const flow = useQuery(flowQuery(params.ask));
  return (
    <Loaded query={flow} skeleton={<TableSkeleton rows={5} />}>
      {({ groups }) => (
        <Section title={m.flow.title} says={m.flow.says} actions={<MeasureFiles csv={csvHref('flow', params.ask)} />}>
          <Few items={groups.filter(moved)} most={FIRST}>
            {(shown) =>
              shown.length === 0 ? (
                <EmptyState title={m.flow.quiet}>{m.empty.filteredSays}</EmptyState>
              ) : (
                shown.map((group) => <FlowTable key={groupName(group.value)} group={group} params={params} />)
              )
            }
          </Few>
        </Section>
      )}
    </Loaded>
  );
}

const used = (s: StageFlow): boolean => s.at_start + s.entered > 0;

const moved = (group: FlowGroup): boolean => group.stages.some(used);

function FlowTable({ group, params: { ask, by } }: { group: FlowGroup; params: Params }) {
  const most = Math.max(1, ...group.stages.map((s) => Math.max(s.entered, out(s))));
  const shown = {
    started: group.stages.some((s) => s.at_start > 0),
    returned: group.stages.some((s) => s.returned > 0),
  };
  const columns = flowColumns(shown, groupSelection(selectionOf({ ...ask }), by, group.value), ask, most);
  const name = groupName(group.value);
  return (
    <div className={css.group}>
      {by !== undefined && <h3>{name}</h3>}
      <DataTable
        columns={columns}
        rows={group.stages.filter(used)}
        rowId={(s) => s.stage}
        label={`${m.flow.title}: ${name}`}
      />
      {shown.started && ask.from === undefined && <p className={css.note}>{m.flow.undated}</p>}
    </div>
  );
}

const out = (s: StageFlow): number => s.moved_on + s.won + s.lost;

/** The deals that closed in the period, with their ends as the selection has them. */
export function closedIn(ask: Ask): Selection {
  return { ...(ask.from && { closed_from: ask.from }), ...(ask.to && { closed_to: ask.to }) };
}

function flowColumns(
  { started, returned }: { started: boolean; returned: boolean },
  selection: Selection,
  ask: Ask,
  most: number,
): Column<StageFlow>[] {
  const number = (
    id: 'at_start' | 'entered' | 'returned' | 'moved_on' | 'at_end',
    header: string,
  ): Column<StageFlow> => ({
    id,
    header,
    align: 'right',
    value: (s) => s[id],
    cell: (s) => count(s[id]),
  });
  const closed = (outcome: 'won' | 'lost', header: string): Column<StageFlow> => ({
    id: outcome,
    header,
    align: 'right',
    value: (s) => s[outcome],
    cell: (s) => (
      <Linked n={s[outcome]} to={also(selection, { stage: [s.stage], outcome: [outcome], ...closedIn(ask) })} />
    ),
  });
  const allTime = ask.from === undefined && ask.to === undefined;
  return [
    {
      id: 'stage',
      header: m.flow.stage,
      title: true,
      value: (s) => s.stage,
      cell: (s) => <DealsLink to={also(selection, { visited: s.stage })}>{s.stage}</DealsLink>,
    },
    ...(allTime && !started ? [] : [number('at_start', m.flow.start)]),
    number('entered', m.flow.entered),
    ...(returned ? [number('returned', m.flow.returned)] : []),
    number('moved_on', m.flow.moved),
    closed('won', m.flow.won),
    closed('lost', m.flow.lost),
    {
      ...number('at_end', m.flow.end),
      ...(allTime && {
        cell: (s: StageFlow) => <Linked n={s.at_end} to={also(selection, { stage: [s.stage], outcome: ['open'] })} />,
      }),
    },
    {
      id: 'bar',
      header: m.flow.bar,
      sorts: false,
      width: '22%',
      value: (s) => s.entered - out(s),
      cell: (s) => <InOut into={s.entered} left={out(s)} most={most} />,
    },
  ];
}

const Linked = ({ n, to }: { n: number; to: Selection }) => (n === 0 ? '0' : <DealsLink to={to}>{count(n)}</DealsLink>);

/** Out to the left, in to the right, on one scale for all stages. */
function InOut({ into, left, most }: { into: number; left: number; most: number }) {
  const says = m.flow.barSays(left, into);
  return (
    <div className={css.inOut} role="img" aria-label={says} title={says}>
      <span className={css.out} style={{ width: `${(left / most) * 50}%` }} />
      <span className={css.in} style={{ width: `${(into / most) * 50}%` }} />
    </div>
  );
}
