import { Button, Group, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, asProblem, got, type Metric, type MetricLine, type MetricProcess, seenAt } from '@/api';
import { tellUndo } from '@/app/undo';
import { fieldName } from '@/messages';
import { useFields } from '@/ui/fields';
import { EmptyState } from '@/ui/EmptyState';
import { Figure, Figures } from '@/ui/Figure';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { tellProblem } from '@/ui/toast';
import { namesQuery } from '@/features/define/queries';
import { MeasureNav } from '../MeasureNav';
import { EMPTY, EVERYTHING, idOf } from './draft';
import { FormulaForm } from './FormulaForm';
import css from './Metrics.module.css';
import { m } from './messages';
import { catalogueQuery, previewQuery } from './queries';
import { SeriesChart } from './SeriesChart';
import { basis, said, told } from './told';
import { fileOf } from './where';

/** Makes a metric, or changes one of the team's. */
export function OwnMetricPage() {
  const { metric: id } = useParams({ strict: false });
  const catalogue = useQuery(catalogueQuery);
  return (
    <>
      <MeasureNav />
      <PageHead title={m.form.title} says={m.ownEmpty} />
      <Loaded query={catalogue}>
        {({ own, stages }) => {
          const mine = own.filter((one) => one.metric.id === id);
          const line = mine.find((one) => !one.process) ?? mine[0];
          if (line?.process) return <KeptInFile process={line.process} />;
          return <Editor key={line?.version ?? 0} line={line} stages={stages} />;
        }}
      </Loaded>
    </>
  );
}

/** A metric that cannot be changed here. */
function KeptInFile({ process }: { process: MetricProcess }) {
  return (
    <EmptyState
      title={m.changeThere}
      action={
        <Button component={Link} to={fileOf(process)}>
          {m.changeThere}
        </Button>
      }
    >
      {m.keptThere(process.name)}
    </EmptyState>
  );
}

function useKeeping(line: MetricLine | undefined) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const renew = () => client.invalidateQueries({ queryKey: ['metrics'] });
  const keep = useMutation({
    mutationFn: (body: Metric) =>
      line
        ? got(api.PUT('/metrics/{id}', { params: seenAt(line.id ?? '', line.version), body }))
        : got(api.POST('/metrics', { body })),
    onSuccess: async (kept) => {
      await renew();
      await navigate({ to: `/measure/metrics/${kept.metric.id}` });
    },
    onError: tellProblem,
  });
  const again = useMutation({ mutationFn: (body: Metric) => got(api.POST('/metrics', { body })), onSuccess: renew });
  const remove = useMutation({
    mutationFn: (gone: MetricLine) => api.DELETE('/metrics/{id}', { params: seenAt(gone.id ?? '', gone.version) }),
    onSuccess: async (_, gone) => {
      await renew();
      await navigate({ to: '/measure/metrics' });
      tellUndo(m.removed(gone.metric.name), m.undo, () => again.mutate(gone.metric));
    },
    onError: tellProblem,
  });
  return { keep, remove };
}

function Editor({ line, stages }: { line: MetricLine | undefined; stages: string[] }) {
  const [metric, setMetric] = useState<Metric>(line?.metric ?? EMPTY);
  const fields = useFields();
  const activities = useQuery(namesQuery).data?.activities ?? [];
  const { keep, remove } = useKeeping(line);
  const navigate = useNavigate();
  const filter = metric.only ?? EVERYTHING;
  const [[field, values] = ['', []]] = Object.entries(filter.fields);
  const known = fields.find((f) => f.name === field)?.values.map((v) => v.value) ?? [];
  const only = (name: string, chosen: string[]) =>
    setMetric({ ...metric, only: { ...filter, fields: name === '' ? {} : { [name]: chosen } } });
  const id = line && !line.hidden ? line.metric.id : idOf(metric.name);
  const body: Metric = { ...metric, id };
  const words = { stages, activities, fields: fields.map((f) => f.name) };
  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(complete(body));
        }}
      >
        <TextInput
          label={m.form.name}
          required
          maxLength={80}
          value={metric.name}
          description={id}
          onChange={(event) => setMetric({ ...metric, name: event.currentTarget.value })}
        />
        <TextInput
          label={m.form.says}
          value={metric.says ?? ''}
          maxLength={2000}
          onChange={(event) => setMetric({ ...metric, says: event.currentTarget.value })}
        />
        <FormulaForm formula={metric.figure} words={words} onChange={(figure) => setMetric({ ...metric, figure })} />
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={m.form.only}
            value={field}
            onChange={(event) => only(event.currentTarget.value, [])}
            data={[
              { value: '', label: m.form.onlyNone },
              ...words.fields.map((value) => ({ value, label: fieldName(value) })),
            ]}
          />
          {field !== '' && (
            <TagsInput
              label={m.form.is}
              miw={240}
              value={values}
              data={known}
              onChange={(chosen) => only(field, chosen)}
            />
          )}
        </Group>
        <NativeSelect
          label={m.form.better}
          value={metric.better ?? 'neither'}
          onChange={(event) => {
            const better = (['higher', 'lower', 'neither'] as const).find((one) => one === event.currentTarget.value);
            if (better) setMetric({ ...metric, better });
          }}
          data={(['higher', 'lower', 'neither'] as const).map((value) => ({ value, label: m.form.betters[value] }))}
        />
        <Group gap="sm">
          <Button type="submit" loading={keep.isPending} disabled={id === ''}>
            {m.form.save}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/measure/metrics' })}>
            {m.form.cancel}
          </Button>
          {line && (
            <Button variant="subtle" color="red" onClick={() => remove.mutate(line)}>
              {m.remove}
            </Button>
          )}
        </Group>
      </form>
      <Preview metric={{ ...complete(body), id: id || 'preview', name: metric.name || m.form.title }} />
    </>
  );
}

/** Without conditions that name no value. */
function complete(metric: Metric): Metric {
  const filter = metric.only ?? EVERYTHING;
  const fields = Object.fromEntries(Object.entries(filter.fields).filter(([, values]) => values.length > 0));
  return { ...metric, only: { ...filter, fields } };
}

/** The metric on the history, while it is made. */
function Preview({ metric }: { metric: Metric }) {
  const [settled] = useDebouncedValue(metric, 400);
  const found = useQuery(previewQuery(settled));
  if (found.error) {
    return (
      <p role="status" className="soft">
        {m.form.wrong}
        {asProblem(found.error).detail}
      </p>
    );
  }
  if (!found.data) return null;
  const { figures, sentence, marks } = found.data;
  const write = told(figures.unit, figures.currency);
  return (
    <Section title={m.form.preview} says={sentence}>
      <Figures>
        <Figure
          label={m.all_}
          value={said(figures.total, figures.unit, write)}
          basis={basis(figures.total, figures.unit, write)}
        />
      </Figures>
      {figures.notes.map((note) => (
        <p key={note} className="soft small">
          {note}
        </p>
      ))}
      {figures.series.some((point) => point.figure.n > 0) && (
        <SeriesChart
          series={figures.series}
          control={figures.control}
          marks={marks}
          unit={figures.unit}
          step="month"
          write={write}
          onOpen={() => undefined}
        />
      )}
    </Section>
  );
}
