import type { MetricLine, MetricProcess } from '@/api';
import { hrefOf } from '@/features/define/address';
import { m } from './messages';

/** Of the metrics of the team's own with this id the one that is figured. */
export const figured = (own: readonly MetricLine[], id: string): MetricLine | undefined =>
  own.find((line) => line.metric.id === id && !line.hidden);

/** Where the file of a process is changed. */
export const fileOf = (process: MetricProcess): string => hrefOf({ tab: 'file', from: null, to: null }, process.id);

/** The page that tells more than a metric of what it is of. */
export const ownPage = (id: string): { to: '/measure/forecast' | '/settings/quotas'; label: string } | undefined =>
  id === 'forecast-accuracy'
    ? { to: '/measure/forecast', label: m.pages.forecast }
    : id === 'attainment'
      ? { to: '/settings/quotas', label: m.pages.attainment }
      : undefined;
