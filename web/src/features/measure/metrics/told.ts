import type { MetricAnswer, MetricFigure, MetricUnit } from '@/api';
import { count, days, exactPercent, money, NONE } from '@/ui/format';
import { m } from './messages';

export type Told = (value: number | null | undefined) => string;

const two = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** How figures of a unit are written. */
export function told(unit: MetricUnit, currency: string): Told {
  switch (unit) {
    case 'count':
      return (value) => (typeof value === 'number' ? count(value) : NONE);
    case 'share':
      return exactPercent;
    case 'days':
      return days;
    case 'money':
      return (value) => money(value, currency);
    case 'money-a-day':
      return (value) => (typeof value === 'number' ? `${money(value, currency)} a day` : NONE);
    case 'number':
      return (value) => (typeof value === 'number' ? two.format(value) : NONE);
  }
}

/** How what a deal brings to a metric is written: of a share of money its value. */
export const brought = ({ figure }: MetricAnswer['metric'], { unit, currency }: MetricAnswer['figures']): Told =>
  told(unit === 'share' && 'ratio' in figure ? 'money' : unit, currency);

/** The figure as it is said: the value; of a few the counts; else why there is none. */
export function said(figure: MetricFigure, unit: MetricUnit, write: Told): string {
  if (typeof figure.value !== 'number') return figure.says;
  if (unit === 'share' && figure.few && typeof figure.yes === 'number') return m.of(figure.yes, figure.n);
  return write(figure.value);
}

/** What a figure rests on: its interval, its counts. */
export function basis(figure: MetricFigure, unit: MetricUnit, write: Told): string {
  const parts: string[] = [];
  const sure = typeof figure.low === 'number' && typeof figure.high === 'number' && typeof figure.value === 'number';
  if (sure) parts.push(m.between(write(figure.low), write(figure.high)));
  if (unit === 'share' && typeof figure.yes === 'number' && !figure.few) parts.push(m.of(figure.yes, figure.n));
  else if (unit === 'share' ? typeof figure.yes !== 'number' && typeof figure.value === 'number' : unit !== 'count')
    parts.push(m.basis(figure.n, 'rows'));
  if (figure.open > 0 && unit === 'share') parts.push(m.open(figure.open));
  if (figure.open > 0 && unit === 'days') parts.push(m.unfinished(figure.open));
  if (typeof figure.first === 'number' && typeof figure.second === 'number' && figure.second > 0)
    parts.push(m.ended(exactPercent(figure.first), exactPercent(figure.second)));
  return parts.join(' · ');
}
