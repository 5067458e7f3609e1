import type { LineFigure, MetricUnit, PointFigure, Step } from '@/api';
import { Section } from '@/ui/PageHead';
import { groupName } from '../Groups';
import { stepName } from '../steps';
import css from './Metrics.module.css';
import { m } from './messages';
import { said, type Told } from './told';

interface Props {
  lines: LineFigure[];
  series: PointFigure[];
  unit: MetricUnit;
  step: Step;
  write: Told;
}

/** Steps shown at most, the latest ones. */
const MOST = 24;

/** Groups by steps of the calendar: cohorts where they are groups of deals created together. */
export function LinesGrid({ lines, series, unit, step, write }: Props) {
  const first = Math.max(0, series.length - MOST);
  const shown = series.slice(first);
  const highest = Math.max(...lines.flatMap((l) => l.figures.map((f) => f.value ?? 0)), 0);
  const shade = (value: number | null | undefined) =>
    typeof value === 'number' && highest > 0
      ? {
          background: `color-mix(in srgb, var(--accent-soft) ${Math.round((100 * Math.max(0, value)) / highest)}%, transparent)`,
        }
      : undefined;
  return (
    <Section title={m.lines.title} says={m.lines.says}>
      <div className={css.grid} tabIndex={0} role="region" aria-label={m.lines.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.group}</th>
              {shown.map((point) => (
                <th key={point.from} scope="col">
                  {stepName(point.first, step)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.value} ${line.rest}`}>
                <th scope="row">{line.rest ? m.rest : groupName(line.value)}</th>
                {line.figures.slice(first).map((figure, place) => (
                  <td key={shown[place]?.from} style={shade(figure.value)} title={figure.says}>
                    {figure.n === 0 && unit !== 'count' ? '' : said(figure, unit, write)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
