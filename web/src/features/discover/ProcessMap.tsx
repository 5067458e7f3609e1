import '@xyflow/react/dist/style.css';

import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  Background,
  BackgroundVariant,
  BaseEdge,
  ControlButton,
  Controls,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { MapEdge, MapNode, ProcessMap as ProcessMapData } from '@/api';
import { also, type Selection } from '@/app/selection';
import { count, shortSeconds } from '@/ui/format';
import { shownName } from './activity';
import { m } from './messages';
import { labelPlaces, smooth } from './path';
import css from './ProcessMap.module.css';

/** Size of a box, as the server lays it out. */
const BOX = { width: 150, height: 44 };

type BoxNode = Node<{ node: MapNode; starts: number; to: Selection }, 'box'>;
type MoveEdge = Edge<{ edge: MapEdge; width: number; label: readonly [number, number]; to: Selection }, 'move'>;

interface Props {
  map: ProcessMapData;
  /** How many moves to draw, the most frequent first. */
  shown: number;
  selection: Selection;
  /** The moves are those among all activities, not among stages alone. */
  direct: boolean;
}

/** The map with the server's positions, so that page and print show the same. It pans; boxes and labels are links. */
export function ProcessMap({ map, shown, selection, direct }: Props) {
  const phone = useMediaQuery('(width < 48em)', window.innerWidth < 768);
  const scheme = useComputedColorScheme('light');
  const { nodes, edges } = useMemo(() => drawing(map, shown, selection, direct), [map, shown, selection, direct]);
  return (
    <div className={css.map} style={{ height: Math.min(560, Math.max(240, map.height + 48)) }}>
      <ReactFlow<BoxNode, MoveEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        colorMode={scheme}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        minZoom={0.2}
        maxZoom={1.5}
        {...(phone
          ? { defaultViewport: { x: 0, y: 8, zoom: 0.75 } }
          : { fitView: true, fitViewOptions: { maxZoom: 1, padding: 0.04 } })}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} color="var(--line)" />
        <MapControls />
      </ReactFlow>
    </div>
  );
}

function MapControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Controls
      showZoom={false}
      showFitView={false}
      showInteractive={false}
      position="bottom-left"
      orientation="horizontal"
    >
      <ControlButton onClick={() => void zoomIn()} aria-label={m.map.zoomIn} title={m.map.zoomIn}>
        <IconPlus />
      </ControlButton>
      <ControlButton onClick={() => void zoomOut()} aria-label={m.map.zoomOut} title={m.map.zoomOut}>
        <IconMinus />
      </ControlButton>
      <ControlButton onClick={() => void fitView()} aria-label={m.map.fit} title={m.map.fit}>
        <IconArrowsMaximize />
      </ControlButton>
    </Controls>
  );
}

function drawing(
  map: ProcessMapData,
  shown: number,
  selection: Selection,
  direct: boolean,
): { nodes: BoxNode[]; edges: MoveEdge[] } {
  const drawn = map.edges.slice(0, shown);
  const most = Math.max(1, ...map.edges.map((e) => e.count));
  const touched = new Set(drawn.flatMap((e) => [e.from, e.to]));
  const left = new Set(map.edges.slice(shown).flatMap((e) => [e.from, e.to]));
  const faded = (name: string) => left.has(name) && !touched.has(name);
  const nodes = map.nodes.map((node): BoxNode => {
    const to = also(selection, { visited: node.activity });
    return {
      id: node.activity,
      type: 'box',
      position: { x: node.x - BOX.width / 2, y: node.y - BOX.height / 2 },
      ...BOX,
      data: { node, starts: map.start[node.activity] ?? 0, to },
      className: faded(node.activity) ? (css.faded ?? '') : '',
    };
  });
  const places = labelPlaces(drawn.map((e) => e.points));
  const edges = drawn.map((edge, i): MoveEdge => {
    const move = { moved_from: edge.from, moved_to: edge.to };
    const to = also(selection, direct ? { ...move, moved_directly: true } : move);
    const width = 1.5 + 3 * Math.sqrt(edge.count / most);
    return {
      id: `${edge.from}→${edge.to}`,
      type: 'move',
      source: edge.from,
      target: edge.to,
      data: { edge, width, label: places[i] ?? [0, 0], to },
      markerEnd: {
        type: MarkerType.ArrowClosed,
        width: 20,
        height: 20,
        markerUnits: 'userSpaceOnUse',
        color: 'var(--ink-soft)',
      },
    };
  });
  return { nodes, edges };
}

function Box({ data: { node, starts, to } }: NodeProps<BoxNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} className={css.handle ?? ''} />
      <Link
        to="/deals"
        search={{ ...to }}
        className={css.box}
        data-kind={node.kind}
        aria-label={m.map.node(node.activity, node.count)}
        title={starts > 0 ? `${node.activity} · ${m.map.starts(starts)}` : node.activity}
      >
        <span className={css.name}>
          {node.kind === 'won' && '✓ '}
          {node.kind === 'lost' && '✕ '}
          {shownName(node.activity)}
        </span>
        <span className={css.count}>{count(node.count)}</span>
      </Link>
      <Handle type="source" position={Position.Right} className={css.handle ?? ''} />
    </>
  );
}

function Move({ data, markerEnd }: EdgeProps<MoveEdge>) {
  if (!data) return null;
  const { edge, width, label, to } = data;
  const [x, y] = label;
  const timed = edge.median_seconds > 0;
  return (
    <>
      <BaseEdge
        path={smooth(edge.points)}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        style={{ strokeWidth: width, stroke: 'var(--ink-soft)', opacity: 0.55 }}
      />
      <EdgeLabelRenderer>
        <Link
          to="/deals"
          search={{ ...to }}
          className={`nodrag nopan ${css.label ?? ''}`}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          aria-label={m.map.edge(edge.from, edge.to, edge.count)}
        >
          <b>{count(edge.count)}</b>
          {timed && <span>{shortSeconds(edge.median_seconds)}</span>}
        </Link>
      </EdgeLabelRenderer>
    </>
  );
}

const NODES = { box: Box };
const EDGES = { move: Move };
