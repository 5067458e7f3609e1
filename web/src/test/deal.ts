import type { DealView } from '@/api';

/** A deal's page with nothing on it. */
export const bareDeal = (version: number): DealView => ({
  deal: { id: 'd1', key: 'd1', name: 'Acme', outcome: 'open', attributes: {}, version },
  path: [],
  exit: [],
  tasks: [],
  commitments: [],
  people: [],
  buy_in: [],
  events: [],
  may_change: true,
});
