import type { MapView, ViewEdge } from '@/api';
import type { Selection } from '@/app/selection';
import type { Column } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, NONE, shortSeconds } from '@/ui/format';
import { edgeDeals } from './links';
import { nodeName } from './MapDrawing';
import { m } from './messages';

const DAY = 86_400;

/** The moves of a map as a table. */
export function columnsOf(map: MapView, selection: Selection): Column<ViewEdge>[] {
  const c = m.columns;
  const time = (id: string, header: string, of: (e: ViewEdge) => number | null | undefined): Column<ViewEdge> => ({
    id,
    header,
    value: (e) => (typeof of(e) === 'number' ? (of(e) ?? 0) / DAY : null),
    cell: (e) => (typeof of(e) === 'number' ? shortSeconds(of(e) ?? 0) : NONE),
    align: 'right',
  });
  const number = (id: string, header: string, of: (e: ViewEdge) => number): Column<ViewEdge> => ({
    id,
    header,
    value: of,
    cell: (e) => count(of(e)),
    align: 'right',
  });
  const points = (e: ViewEdge) => (e.compared ? Math.round(e.compared.difference * 100) : null);
  return [
    { id: 'from', header: c.from, value: (e) => nodeName(map.nodes[e.from]), title: true },
    { id: 'to', header: c.to, value: (e) => nodeName(map.nodes[e.to]) },
    number('count', c.count, (e) => e.count),
    {
      ...number('deals', c.deals, (e) => e.deals),
      cell: (e) => <DealsLink to={edgeDeals(selection, map, e)}>{count(e.deals)}</DealsLink>,
    },
    number('most', c.most, (e) => e.most),
    time('q25', c.q25, (e) => e.q25_seconds),
    time('median', c.median, (e) => e.median_seconds),
    time('q75', c.q75, (e) => e.q75_seconds),
    time('mean', c.mean, (e) => e.mean_seconds),
    number('won', c.won, (e) => e.won_deals),
    number('lost', c.lost, (e) => e.lost_deals),
    { id: 'difference', header: c.difference, value: points, align: 'right' },
    {
      id: 'p',
      header: c.p,
      value: (e) => e.compared?.p_adjusted,
      cell: (e) => e.compared?.p_adjusted?.toPrecision(2) ?? NONE,
      align: 'right',
    },
  ];
}
