import { Link } from '@tanstack/react-router';
import type { MapView, ViewEdge, ViewNode } from '@/api';
import type { Selection } from '@/app/selection';
import { count, shortSeconds } from '@/ui/format';
import { shownName } from '../activity';
import { type Figure, figure, label, type Side, thickness, tone } from './figures';
import { linesOf } from './lines';
import { edgeDeals, nodeDeals } from './links';
import css from './MapDrawing.module.css';
import { m } from './messages';

interface Props {
  map: MapView;
  selection: Selection;
  of: Figure;
  side: Side;
  zoom: number;
  /** Tells drawings on one page apart. */
  id: string;
}

/** The map with the server's places. Boxes and labels are links to the deals behind them. */
export function MapDrawing({ map, selection, of, side, zoom, id }: Props) {
  const most = Math.max(...map.edges.map((e) => figure(e, of, side) ?? 0));
  const title = side === 'won' ? m.won : side === 'lost' ? m.lost : m.chart;
  return (
    <svg
      className={css.map}
      viewBox={`0 0 ${map.width} ${map.height}`}
      width={map.width * zoom}
      height={map.height * zoom}
      aria-label={`${title}. ${map.sentences.join(' ')}`}
    >
      <defs>
        {(['plain', 'won', 'lost', 'pale', 'reopens'] as const).map((t) => (
          <marker
            key={t}
            id={`${id}-${t}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="10"
            markerHeight="10"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5L10 5L0 9.5z" className={css.arrow} data-tone={t} />
          </marker>
        ))}
      </defs>
      {[...map.edges].reverse().map((edge) => {
        const t = tone(edge, side);
        const mark = map.nodes[edge.from]?.kind === 'start' || map.nodes[edge.to]?.kind === 'end';
        return (
          <path
            key={`${edge.from}-${edge.to}`}
            d={edge.path}
            className={css.line}
            data-tone={t}
            strokeWidth={thickness(edge, of, side, most)}
            strokeDasharray={mark ? '2 5' : edge.back ? '7 4' : undefined}
            markerEnd={`url(#${id}-${t})`}
          />
        );
      })}
      {inReadingOrder(map).map((part) =>
        'activity' in part ? (
          <Box key={`${part.kind} ${part.activity}`} node={part} map={map} selection={selection} side={side} />
        ) : (
          <Label key={`${part.from}-${part.to}`} edge={part} map={map} selection={selection} of={of} side={side} />
        ),
      )}
    </svg>
  );
}

/** Boxes and labels as one reads them, along the main way, so that Tab goes from one to the next. */
function inReadingOrder(map: MapView): (ViewNode | ViewEdge)[] {
  const across = new Set(map.main.map((i) => map.nodes[i]?.x)).size > 1;
  const place = (part: ViewNode | ViewEdge): [number, number] => {
    const [x = 0, y = 0] = 'activity' in part ? [part.x, part.y] : part.label;
    return across ? [x, y] : [y, x];
  };
  return [...map.nodes, ...map.edges].sort((a, b) => {
    const [p, q] = [place(a), place(b)];
    return p[0] - q[0] || p[1] - q[1];
  });
}

/** What a box is called. */
export function nodeName(node: ViewNode | undefined): string {
  if (!node) return '';
  if (node.kind === 'start') return m.start;
  if (node.kind === 'end') return m.end;
  const name = shownName(node.activity);
  return node.alike > 1 ? name.replaceAll(/\d+/g, '…') : name;
}

function Box({ node, map, selection, side }: { node: ViewNode; map: MapView; selection: Selection; side: Side }) {
  const name = nodeName(node);
  const [left, top] = [node.x - node.width / 2, node.y - node.height / 2];
  const n = side === 'won' ? node.won_deals : side === 'lost' ? node.lost_deals : node.count;
  const mark = node.kind === 'start' || node.kind === 'end';
  const sign = node.kind === 'won' ? '✓ ' : node.kind === 'lost' ? '✕ ' : '';
  const lines = linesOf(`${sign}${name}`);
  const to = also(nodeDeals(selection, map, node), side);
  return (
    <Link
      to="/deals"
      search={{ ...to }}
      className={css.link}
      aria-label={mark ? m.mark(name, node.deals) : m.node(name, node.count, node.deals)}
    >
      <title>{node.alike > 1 ? `${name} · ${m.alike(node.alike)}` : name}</title>
      <rect
        className={css.box}
        data-kind={node.kind}
        x={left}
        y={top}
        width={node.width}
        height={node.height}
        rx={mark ? node.width / 2 : 6}
      />
      {node.kind === 'start' && <path className={css.sign} d={`M${node.x - 4} ${node.y - 6}l10 6l-10 6z`} />}
      {node.kind === 'end' && <rect className={css.sign} x={node.x - 5} y={node.y - 5} width={10} height={10} rx={1} />}
      {!mark && (
        <>
          <text
            className={css.name}
            data-kind={node.kind}
            data-lines={lines.length}
            y={node.y - (lines.length > 1 ? 10 : 3)}
            textAnchor="middle"
          >
            {lines.map((line, i) => (
              <tspan key={i} x={node.x} dy={i * 13}>
                {line}
              </tspan>
            ))}
          </text>
          <text
            className={css.count}
            data-kind={node.kind}
            x={node.x}
            y={node.y + (lines.length > 1 ? 17 : 15)}
            textAnchor="middle"
          >
            {count(n)}
          </text>
        </>
      )}
    </Link>
  );
}

/** The deals of one side. */
const also = (selection: Selection, side: Side): Selection =>
  side === 'won' || side === 'lost' ? { ...selection, outcome: [side] } : selection;

interface LabelProps {
  edge: ViewEdge;
  map: MapView;
  selection: Selection;
  of: Figure;
  side: Side;
}

function Label({ edge, map, selection, of, side }: LabelProps) {
  const [first, second] = label(edge, of, side);
  const pale = tone(edge, side) === 'pale';
  if ((first === '' && second === '') || (pale && side !== 'difference')) return null;
  const [x = 0, y = 0] = edge.label;
  const width = 12 + 7 * Math.max(first.length * 1.1, second.length);
  const high = second === '' ? 18 : 33;
  const to = also(edgeDeals(selection, map, edge), side);
  const [from, into] = [nodeName(map.nodes[edge.from]), nodeName(map.nodes[edge.to])];
  return (
    <Link to="/deals" search={{ ...to }} className={css.link} aria-label={m.edge(from, into, edge.count, edge.deals)}>
      <title>{told(edge, from, into)}</title>
      <rect className={css.ground} x={x - width / 2} y={y - high / 2} width={width} height={high} rx={4} />
      <text
        className={css.figure}
        data-pale={pale || undefined}
        x={x}
        y={second === '' ? y + 5 : y - 2}
        textAnchor="middle"
      >
        {first}
      </text>
      {second !== '' && (
        <text className={css.second} x={x} y={y + 13} textAnchor="middle">
          {second}
        </text>
      )}
    </Link>
  );
}

/** Everything that is known of a line, in sentences. */
function told(edge: ViewEdge, from: string, to: string): string {
  const said = [m.edge(from, to, edge.count, edge.deals)];
  const { q25_seconds: q25, median_seconds: median, q75_seconds: q75, compared } = edge;
  if (typeof q25 === 'number' && typeof median === 'number' && typeof q75 === 'number')
    said.push(m.times(shortSeconds(q25), shortSeconds(median), shortSeconds(q75)));
  if (compared) {
    said.push(
      m.compared(compared.won, compared.won_of, compared.lost, compared.lost_of),
      m.interval(compared.low, compared.high),
    );
    said.push(typeof compared.p_adjusted !== 'number' ? m.tooFew : compared.supported ? m.supported : m.unsupported);
  }
  return said.join('\n');
}
