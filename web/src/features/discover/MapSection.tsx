import { SegmentedControl, Slider } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Discovery, MapEdge, ProcessMap as ProcessMapData } from '@/api';
import type { Selection } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { count, shortSeconds } from '@/ui/format';
import { ChartSkeleton } from '@/ui/Skeletons';
import css from './MapSection.module.css';
import { m } from './messages';

/** The library that draws it is loaded beside the page. */
const ProcessMap = lazy(() => import('./ProcessMap').then(({ ProcessMap }) => ({ default: ProcessMap })));

/** Share of the moves that is shown to begin with. */
const HELD = 0.9;

/** Moves shown to begin with at most: more are a thicket. */
const MOST = 24;

const DAY = 86_400;

const columns: Column<MapEdge>[] = [
  { id: 'from', header: m.map.from, value: (e) => e.from, title: true },
  { id: 'to', header: m.map.to, value: (e) => e.to },
  { id: 'count', header: m.map.count, value: (e) => e.count, cell: (e) => count(e.count), align: 'right' },
  {
    id: 'median',
    header: m.map.median,
    value: (e) => e.median_seconds / DAY,
    cell: (e) => shortSeconds(e.median_seconds),
    align: 'right',
  },
  {
    id: 'mean',
    header: m.map.mean,
    value: (e) => e.mean_seconds / DAY,
    cell: (e) => shortSeconds(e.mean_seconds),
    align: 'right',
  },
];

/** The map of moves, of stages or of all activities, as many moves as the reader wants. */
export function MapSection({ discovery, selection }: { discovery: Discovery; selection: Selection }) {
  const staged = discovery.stages.length > 0;
  const same = discovery.map.nodes.length === discovery.stage_map.nodes.length;
  const two = staged && !same;
  const [kind, setKind] = useState('stages');
  const map = staged && (same || kind === 'stages') ? discovery.stage_map : discovery.map;
  const [wanted, setWanted] = useState<number | null>(null);
  const start = useMemo(() => Math.min(MOST, enough(map, HELD)), [map]);
  const shown = Math.min(wanted ?? start, map.edges.length);
  return (
    <ChartFrame
      title={m.map.title}
      says={m.map.says}
      columns={columns}
      rows={map.edges}
      rowId={(e) => `${e.from}→${e.to}`}
      file="process-map"
      order={2}
      picture={false}
      controls={
        two && (
          <SegmentedControl
            size="xs"
            value={kind}
            onChange={(next) => {
              setKind(next);
              setWanted(null);
            }}
            data={[
              { value: 'stages', label: m.map.stages },
              { value: 'all', label: m.map.all },
            ]}
          />
        )
      }
    >
      <Suspense fallback={<ChartSkeleton height={300} />}>
        <ProcessMap key={kind} map={map} shown={shown} selection={selection} direct={map !== discovery.stage_map} />
      </Suspense>
      {map.edges.length > 3 && (
        <div className={css.slider}>
          <Slider
            min={1}
            max={map.edges.length}
            value={shown}
            onChange={setWanted}
            label={null}
            thumbLabel={m.map.slider}
          />
          <span className="small soft tabular">{m.map.paths(shown, map.edges.length)}</span>
        </div>
      )}
    </ChartFrame>
  );
}

/** How many of the most frequent moves hold this share of all. */
export function enough(map: ProcessMapData, share: number): number {
  const all = map.edges.reduce((sum, e) => sum + e.count, 0);
  let held = 0;
  for (const [i, edge] of map.edges.entries()) {
    held += edge.count;
    if (held >= all * share) return i + 1;
  }
  return map.edges.length;
}
