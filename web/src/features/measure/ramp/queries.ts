import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, BASE, got, type RampMeasure } from '@/api';
import { type Selection, writeParams } from '@/app/selection';

export type RampAsk = Selection & { measure?: RampMeasure };

export const rampQuery = (query: RampAsk) =>
  queryOptions({
    queryKey: ['measure', 'ramp', query],
    queryFn: ({ signal }) => got(api.GET('/measure/ramp', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

/** Where the weeks of everybody are as CSV. */
export const rampCsv = (ask: RampAsk): string => `${BASE}/measure/ramp.csv${writeParams({ ...ask })}`;
