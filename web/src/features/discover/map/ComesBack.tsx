import type { MapView, ViewNode } from '@/api';
import { also, type Selection } from '@/app/selection';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { edgeDeals } from './links';
import { nodeName } from './MapDrawing';
import { m } from './messages';

/** Loops: what deals come back to, repeat at once, or go on with after they were closed. */
export function ComesBack({ map, selection }: { map: MapView; selection: Selection }) {
  const own = (node: ViewNode) => map.edges.find((e) => map.nodes[e.from] === node && e.from === e.to);
  const again = (node: ViewNode) => map.edges.filter((e) => e.reopens && map.nodes[e.to] === node);
  const rows = map.nodes.filter((n) => n.returned > 0 || own(n) !== undefined || again(n).length > 0);
  if (rows.length === 0) return <Section title={m.back.title}>{m.back.none}</Section>;
  const grouped: Selection = map.grouped ? { grouped: true } : {};
  const columns: Column<ViewNode>[] = [
    { id: 'activity', header: m.back.activity, value: nodeName, title: true },
    {
      id: 'returned',
      header: m.back.returned,
      value: (n) => n.returned,
      cell: (n) =>
        n.returned === 0 ? (
          '0'
        ) : (
          <DealsLink
            to={also(selection, { returned: n.activity, ...grouped })}
            label={m.back.cameBack(n.returned, nodeName(n))}
          >
            {count(n.returned)}
          </DealsLink>
        ),
      align: 'right',
    },
    {
      id: 'again',
      header: m.back.again,
      value: (n) => own(n)?.deals ?? 0,
      cell: (n) => {
        const edge = own(n);
        return edge ? <DealsLink to={edgeDeals(selection, map, edge)}>{count(edge.deals)}</DealsLink> : '0';
      },
      align: 'right',
    },
    {
      id: 'reopened',
      header: m.back.reopened,
      value: (n) => again(n).reduce((sum, e) => sum + e.deals, 0),
      cell: (n) =>
        again(n).length === 0
          ? '0'
          : again(n).map((e) => (
              <DealsLink key={e.from} to={edgeDeals(selection, map, e)}>
                {count(e.deals)}
              </DealsLink>
            )),
      align: 'right',
    },
    { id: 'most', header: m.back.most, value: (n) => n.most, cell: (n) => count(n.most), align: 'right' },
  ];
  return (
    <Section title={m.back.title} says={m.back.says}>
      <DataTable
        columns={columns}
        rows={rows}
        rowId={(n) => n.activity}
        label={m.back.title}
        sort={{ id: 'returned', desc: true }}
        first={8}
        csv="comes-back.csv"
      />
    </Section>
  );
}
