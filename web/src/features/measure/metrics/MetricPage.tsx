import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { MetricAnswer, MetricCatalogue } from '@/api';
import { listsOf, useSelection } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { Figure, Figures } from '@/ui/Figure';
import { FileMenu } from '@/ui/FileMenu';
import { FilterBar } from '@/ui/FilterBar';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { PinMenu } from '../dashboards/PinMenu';
import { MeasureNav } from '../MeasureNav';
import { isBackwards } from '../period';
import { m as measure } from '../messages';
import { isOfSame } from '../targets/draft';
import { MetricTargets } from '../targets/MetricTargets';
import { targetsQuery } from '../targets/queries';
import { About } from './About';
import { Calendar } from './Calendar';
import { GroupsTable } from './GroupsTable';
import { MetricControls } from './MetricControls';
import { MetricDeals } from './MetricDeals';
import { m } from './messages';
import { useMetricParams } from './params';
import { catalogueQuery, csvHref, figuresQuery } from './queries';
import { Series } from './Series';
import { basis, brought, said, told } from './told';
import { figured, fileOf } from './where';

/** One metric: its figure, over time, broken down, with the deals behind it and what it is. */
export function MetricPage() {
  const { metric: id } = useParams({ strict: false });
  const catalogue = useQuery(catalogueQuery);
  return (
    <>
      <MeasureNav />
      <Loaded query={catalogue}>{(all) => <Shown id={id ?? ''} all={all} />}</Loaded>
    </>
  );
}

function Shown({ id, all }: { id: string; all: MetricCatalogue }) {
  const [params, set] = useMetricParams();
  const figures = useQuery(figuresQuery(id, params.ask));
  const own = figured(all.own, id);
  const known = own?.metric ?? all.standard.find((page) => page.metric.id === id)?.metric;
  return (
    <>
      <PageHead
        title={known?.name ?? id}
        says={known?.says ?? ''}
        actions={
          <>
            <PinMenu metric={id} params={params} />
            {own?.process ? (
              <Button variant="default" component={Link} to={fileOf(own.process)}>
                {m.changeThere}
              </Button>
            ) : (
              own && (
                <Button variant="default" component={Link} to={`/measure/metrics/${id}/edit`}>
                  {m.edit}
                </Button>
              )
            )}
          </>
        }
      />
      {own?.process && <p className="soft">{m.ofProcess(own.process.name)}</p>}
      <FilterBar />
      <Loaded query={figures}>
        {(answer) => (
          <>
            <MetricControls answer={answer} params={params} stages={all.stages} onChange={set} />
            {isBackwards(params.period) ? (
              <p role="alert">{measure.period.backwards}</p>
            ) : all.deals === 0 ? (
              <EmptyState title={m.empty.title}>{m.empty.says}</EmptyState>
            ) : (
              <Worked answer={answer} params={params} set={set} />
            )}
            <About answer={answer} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface WorkedProps {
  answer: MetricAnswer;
  params: ReturnType<typeof useMetricParams>[0];
  set: ReturnType<typeof useMetricParams>[1];
}

function Worked({ answer, params, set }: WorkedProps) {
  const { figures, metric } = answer;
  const { unit, total, against, notes } = figures;
  const write = told(unit, figures.currency);
  const [selection] = useSelection();
  const targets = useQuery(targetsQuery).data?.targets ?? [];
  const chosen = (name: string) => answer.page?.choices.find((choice) => choice.name === name)?.chosen ?? null;
  const of = { metric: metric.id, start: chosen('start'), goal: chosen('goal'), filters: listsOf(selection) };
  return (
    <>
      <Figures>
        <Figure label={m.all_} value={said(total, unit, write)} basis={basis(total, unit, write)} />
        {against && (
          <Figure
            label={m.against[params.against ?? 'previous']}
            value={said(against.figure, unit, write)}
            basis={basis(against.figure, unit, write)}
          />
        )}
      </Figures>
      {against && <p>{against.change.says}</p>}
      {notes.map((note) => (
        <p key={note} className="soft small">
          {note}
        </p>
      ))}
      {params.view === 'calendar' ? (
        <Calendar
          id={metric.id}
          ask={params.ask}
          asOf={figures.as_of}
          write={write}
          day={params.day}
          onDay={(day) => set({ day, deals: undefined })}
        />
      ) : (
        <Series
          answer={answer}
          step={params.step}
          write={write}
          targets={targets.filter(({ target }) => target.step === params.step && isOfSame(target, of))}
          onOpen={(point) =>
            set({
              period: 'custom',
              from: point.first,
              to: point.last,
              deals: '1',
            })
          }
        />
      )}
      <MetricTargets answer={answer} of={of} />
      {params.by.length > 0 && (
        <GroupsTable answer={answer} write={write} onOpen={(value) => set({ value, deals: '1' })} />
      )}
      {params.deals ? (
        <MetricDeals
          id={metric.id}
          ask={params.ask}
          value={params.value}
          unit={unit}
          write={brought(metric, figures)}
          onAll={() => set({ value: undefined })}
        />
      ) : (
        params.day === undefined && (
          <Button variant="default" mt="md" onClick={() => set({ deals: '1' })}>
            {m.deals.show}
          </Button>
        )
      )}
      <FileMenu csv={csvHref(metric.id, params.ask)} />
    </>
  );
}
