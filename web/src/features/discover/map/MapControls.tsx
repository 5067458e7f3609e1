import { Button, SegmentedControl, Select, Slider } from '@mantine/core';
import { useState } from 'react';
import type { MapView } from '@/api';
import { FIGURES } from './figures';
import css from './MapControls.module.css';
import { m } from './messages';
import { type MapSettings, SHOWN } from './settings';

interface Props {
  map: MapView;
  settings: MapSettings;
  set: (change: Partial<MapSettings>) => void;
}

/** What counts as a step, whose moves, and which figures. */
export function MapControls({ map, settings, set }: Props) {
  const closed = map.deals.won > 0 && map.deals.lost > 0;
  return (
    <>
      {map.both && (
        <SegmentedControl
          size="xs"
          aria-label={m.view}
          value={map.view}
          onChange={(view) => set({ view: view === 'all' ? 'all' : 'stages', activities: undefined, paths: undefined })}
          data={[
            { value: 'stages', label: m.stages },
            { value: 'all', label: m.all },
          ]}
        />
      )}
      {closed && (
        <SegmentedControl
          size="xs"
          aria-label={m.shownLabel}
          value={settings.shown}
          onChange={(next) => set({ shown: SHOWN.find((s) => s === next) ?? 'together' })}
          data={SHOWN.map((value) => ({ value, label: m.shown[value] }))}
        />
      )}
      <Select
        size="xs"
        w={180}
        aria-label={m.figureLabel}
        value={settings.figure}
        disabled={settings.shown === 'difference'}
        allowDeselect={false}
        onChange={(next) => set({ figure: FIGURES.find((f) => f === next) ?? 'count' })}
        data={FIGURES.map((value) => ({ value, label: m.figure[value] }))}
      />
    </>
  );
}

/** Activities that the server draws at most. */
const MOST = 60;

/** How many activities and how many lines. */
export function MapSliders({ map, settings, set }: Props) {
  const { activities: a, paths: p } = map;
  // Won and lost are always there: the share is of the other activities.
  const others = Math.round(1 / a.least);
  return (
    <div className={css.sliders}>
      {a.of > 3 && (
        <Share
          name={m.activities}
          says={m.activitiesShown(a.shown, a.of, a.share)}
          value={settings.activities ?? (a.shown - a.of + others) / others}
          min={a.least}
          max={Math.min(1, MOST / others)}
          step={a.least}
          onChange={(activities) => set({ activities })}
        />
      )}
      {p.of > 3 && p.least < 1 && (
        <Share
          name={m.paths}
          says={m.pathsShown(p.shown, p.of, p.share)}
          value={settings.paths ?? p.share}
          min={Math.floor(p.least * 100) / 100}
          max={1}
          step={0.01}
          onChange={(paths) => set({ paths })}
        />
      )}
      {(settings.activities !== undefined || settings.paths !== undefined) && (
        <Button size="compact-sm" variant="subtle" onClick={() => set({ activities: undefined, paths: undefined })}>
          {m.usual}
        </Button>
      )}
    </div>
  );
}

interface ShareProps {
  name: string;
  says: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (share: number) => void;
}

/** The handle follows the hand; what is chosen is asked for once it rests. */
function Share({ name, says, value, min, max, step, onChange }: ShareProps) {
  const [at, setAt] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setAt(value);
  }
  return (
    <div className={css.share}>
      <span className={css.name}>{name}</span>
      <Slider
        className={css.slider ?? ''}
        min={min}
        max={Math.max(max, min + step)}
        step={step}
        value={at}
        onChange={setAt}
        onChangeEnd={onChange}
        label={null}
        thumbLabel={name}
        thumbValueText={says}
      />
      <span className="small soft tabular">{says}</span>
    </div>
  );
}
