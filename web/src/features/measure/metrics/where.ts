import type { MetricLine, MetricProcess } from '@/api';
import { hrefOf } from '@/features/define/address';

/** Of the metrics of the team's own with this id the one that is figured. */
export const figured = (own: readonly MetricLine[], id: string): MetricLine | undefined =>
  own.find((line) => line.metric.id === id && !line.hidden);

/** Where the file of a process is changed. */
export const fileOf = (process: MetricProcess): string => hrefOf({ tab: 'file', from: null, to: null }, process.id);
