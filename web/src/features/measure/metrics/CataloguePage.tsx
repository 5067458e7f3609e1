import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { Metric, MetricCatalogue, MetricLine, MetricTopic } from '@/api';
import { selectionOf } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { kept } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { MeasureNav } from '../MeasureNav';
import css from './Metrics.module.css';
import { m } from './messages';
import { catalogueQuery, figuresQuery, standingOutQuery } from './queries';
import { OwnPages } from './OwnPages';
import { Spark } from './Spark';
import { said, told } from './told';

const TOPICS: readonly MetricTopic[] = ['flow', 'time', 'conversion', 'money', 'conduct', 'after-the-sale'];

/** All metrics, each with its figure and its way over the months. */
export function CataloguePage() {
  const catalogue = useQuery(catalogueQuery);
  return (
    <>
      <MeasureNav />
      <PageHead
        title={m.title}
        says={m.says}
        actions={
          <Button component={Link} to="/measure/metrics/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {m.add}
          </Button>
        }
      />
      <Loaded query={catalogue}>
        {(all) =>
          all.deals === 0 ? (
            <EmptyState
              title={m.empty.title}
              action={
                <Button component={Link} to="/import">
                  {m.empty.action}
                </Button>
              }
            >
              {m.empty.says}
            </EmptyState>
          ) : (
            <All all={all} />
          )
        }
      </Loaded>
    </>
  );
}

function All({ all }: { all: MetricCatalogue }) {
  return (
    <>
      <FilterBar />
      <Standing />
      {TOPICS.map((topic) => (
        <Section key={topic} title={m.topics[topic]}>
          <ul className={css.cards}>
            {all.standard
              .filter((page) => page.topic === topic)
              .map((page) => (
                <Card key={page.metric.id} metric={page.metric} />
              ))}
          </ul>
        </Section>
      ))}
      <OwnPages />
      <Section title={m.own}>
        {all.own.length === 0 ? (
          <p className="soft">{m.ownEmpty}</p>
        ) : (
          <ul className={css.cards}>
            {all.own.map((line) => (
              <Card key={line.id ?? `${line.process?.id} ${line.metric.id}`} metric={line.metric} line={line} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function Standing() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const found = useQuery(standingOutQuery(selectionOf(search)));
  if (!found.data || found.data.looked_at === 0) return null;
  return (
    <Section title={m.standing.title} says={m.standing.says}>
      <p>{kept(found.data.says)}</p>
      <p className="soft small">{m.looked(found.data.looked_at)}</p>
    </Section>
  );
}

/** A metric with its figure; of the team's own, where it is kept. */
function Card({ metric, line }: { metric: Metric; line?: MetricLine }) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const selection = selectionOf(search);
  const hidden = line?.hidden ?? undefined;
  const found = useQuery({
    ...figuresQuery(metric.id, { ...selection, step: 'month' }),
    enabled: hidden === undefined,
  });
  const figures = found.data?.figures;
  const write = figures && told(figures.unit, figures.currency);
  return (
    <li>
      <Link
        to={hidden === undefined ? '/measure/metrics/$metric' : '/measure/metrics/$metric/edit'}
        params={{ metric: metric.id }}
        search={{ ...selection }}
        className={css.card ?? ''}
      >
        <h3>{metric.name}</h3>
        <span className={css.figure}>
          {figures &&
            write &&
            (typeof figures.total.value === 'number' ? said(figures.total, figures.unit, write) : '–')}
        </span>
        <p>
          {hidden ?? (typeof figures?.total.value === 'number' ? metric.says : (figures?.total.says ?? metric.says))}
        </p>
        {line?.process && <p>{m.ofProcess(line.process.name)}</p>}
        {figures && (
          <Spark values={figures.series.filter((point) => point.finished).map((point) => point.figure.value)} />
        )}
      </Link>
    </li>
  );
}
