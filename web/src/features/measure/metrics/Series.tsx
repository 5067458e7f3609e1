import type { MetricAnswer, PointFigure, Step, TargetLine } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { count, kept } from '@/ui/format';
import { stepName } from '../steps';
import { LinesGrid } from './LinesGrid';
import { m } from './messages';
import { SeriesChart } from './SeriesChart';
import { said, type Told } from './told';

interface Props {
  answer: MetricAnswer;
  step: Step;
  write: Told;
  targets: TargetLine[];
  onOpen: (point: PointFigure) => void;
}

/** The figure over time as a control chart, and that of every group. */
export function Series({ answer, step, write, targets, onOpen }: Props) {
  const { series, control, unit, lines } = answer.figures;
  if (!series.some((point) => point.figure.n > 0)) return null;
  const columns: Column<PointFigure>[] = [
    {
      id: 'from',
      header: m.series.from,
      title: true,
      value: (row) => row.first,
      cell: (row) => stepName(row.first, step),
    },
    {
      id: 'value',
      header: m.value,
      align: 'right',
      value: (row) => row.figure.value,
      cell: (row) => said(row.figure, unit, write),
    },
    {
      id: 'low',
      header: '2.5 %',
      align: 'right',
      value: (row) => row.figure.low,
      cell: (row) => write(row.figure.low),
    },
    {
      id: 'high',
      header: '97.5 %',
      align: 'right',
      value: (row) => row.figure.high,
      cell: (row) => write(row.figure.high),
    },
    { id: 'n', header: m.n, align: 'right', value: (row) => row.figure.n, cell: (row) => count(row.figure.n) },
  ];
  return (
    <>
      <ChartFrame
        title={m.series.title}
        order={2}
        says={`${control ? kept(control.says) : m.series.short} ${m.series.says}`}
        file={answer.metric.id}
        columns={columns}
        rows={series}
        rowId={(row) => row.from}
      >
        <SeriesChart
          series={series}
          control={control}
          marks={answer.marks}
          unit={unit}
          step={step}
          write={write}
          targets={targets}
          onOpen={onOpen}
        />
      </ChartFrame>
      {lines.length > 1 && <LinesGrid lines={lines} series={series} unit={unit} step={step} write={write} />}
    </>
  );
}
