import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asProblem, type MapView } from '@/api';
import { type Selection, useSelection } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import { ProblemNote } from '@/ui/ProblemNote';
import type { Side } from './figures';
import { MapControls, MapSliders } from './MapControls';
import { MapDrawing } from './MapDrawing';
import css from './MapPage.module.css';
import { m } from './messages';
import { columnsOf } from './moves';
import { Player } from './Player';
import { replayQuery } from './queries';
import type { MapSettings } from './settings';
import { Viewport } from './Viewport';

interface Props {
  map: MapView;
  selection: Selection;
  settings: MapSettings;
  set: (change: Partial<MapSettings>) => void;
}

/** Deals played at once. */
const PLAYED = 1_000;

/** The map with its controls, the moves as a table behind it, and deals that move on it. */
export function MapChart({ map, selection, settings, set }: Props) {
  const { shown } = settings;
  const [playing, setPlaying] = useState(false);
  const says = shown === 'difference' ? m.saysDifference : shown === 'sides' ? m.saysSides : m.says;
  return (
    <ChartFrame
      title={m.chart}
      says={says}
      columns={columnsOf(map, selection)}
      rows={map.edges}
      rowId={(e) => `${e.from}-${e.to}`}
      file="process-map"
      order={2}
      controls={<MapControls map={map} settings={settings} set={set} />}
    >
      {shown === 'sides' ? (
        <div className={css.sides}>
          {(['won', 'lost'] as const).map((side) => (
            <section key={side}>
              <h3 data-side={side}>{m[side]}</h3>
              <Drawn map={map} selection={selection} settings={settings} side={side} least={0.45} />
            </section>
          ))}
        </div>
      ) : playing ? (
        <Played map={map} selection={selection} settings={settings} />
      ) : (
        <Drawn map={map} selection={selection} settings={settings} side={shown === 'difference' ? shown : 'all'} />
      )}
      <MapSliders map={map} settings={settings} set={set} />
      <div className={css.actions}>
        {shown !== 'sides' && (
          <Button size="xs" variant={playing ? 'filled' : 'default'} onClick={() => setPlaying(!playing)}>
            {playing ? m.play.hide : m.play.show}
          </Button>
        )}
        <Grouping map={map} selection={selection} />
      </div>
      <ul className={css.said}>
        {map.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ChartFrame>
  );
}

interface DrawnProps {
  map: MapView;
  selection: Selection;
  settings: MapSettings;
  side: Side;
  least?: number;
}

/** The middle of the main way. */
const centreOf = (map: MapView): number => map.nodes[map.main[0] ?? 0]?.x ?? map.width / 2;

function Drawn({ map, selection, settings, side, least = 0.62 }: DrawnProps) {
  return (
    <Viewport width={map.width} height={map.height} centre={centreOf(map)} least={least} label={m.title}>
      {(zoom) => (
        <MapDrawing map={map} selection={selection} of={settings.figure} side={side} zoom={zoom} id={`map-${side}`} />
      )}
    </Viewport>
  );
}

function Played({ map, selection, settings }: { map: MapView; selection: Selection; settings: MapSettings }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [zoom, setZoom] = useState(1);
  const { view, activities } = settings;
  const query = useQuery(replayQuery(selection, { view, activities }, PLAYED));
  return (
    <>
      {query.isError && <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />}
      {query.data &&
        (query.data.deals.length === 0 ? (
          <p>{m.play.none}</p>
        ) : (
          <Player map={map} replay={query.data} canvas={canvas} zoom={zoom} />
        ))}
      <Viewport width={map.width} height={map.height} centre={centreOf(map)} label={m.play.title} onZoom={setZoom}>
        {(at) => (
          <>
            <MapDrawing map={map} selection={selection} of={settings.figure} side="all" zoom={at} id="map-played" />
            <canvas ref={canvas} className={css.over} aria-hidden />
          </>
        )}
      </Viewport>
    </>
  );
}

const grouped = (selection: Selection, wanted: boolean): Selection => {
  const others = Object.fromEntries(Object.entries(selection).filter(([name]) => name !== 'grouped'));
  return wanted ? { ...others, grouped: true } : others;
};

function Grouping({ map, selection }: { map: MapView; selection: Selection }) {
  const [, setSelection] = useSelection();
  if (!map.grouped && map.groups * 2 >= map.activities.of) return null;
  return (
    <Button size="xs" variant="default" onClick={() => setSelection(grouped(selection, !map.grouped))}>
      {map.grouped ? m.ungroup : m.group(map.groups)}
    </Button>
  );
}
