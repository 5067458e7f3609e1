import { Button, SegmentedControl, Select, Slider } from '@mantine/core';
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

/** How many activities and how many lines. */
export function MapSliders({ map, settings, set }: Props) {
  const { activities: a, paths: p } = map;
  return (
    <div className={css.sliders}>
      {a.of > 3 && (
        <Share
          name={m.activities}
          says={m.activitiesShown(a.shown, a.of, a.share)}
          value={settings.activities ?? a.shown / a.of}
          onChange={(activities) => set({ activities })}
        />
      )}
      {p.of > 3 && (
        <Share
          name={m.paths}
          says={m.pathsShown(p.shown, p.of, p.share)}
          value={settings.paths ?? p.share}
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
  onChange: (share: number) => void;
}

function Share({ name, says, value, onChange }: ShareProps) {
  return (
    <div className={css.share}>
      <span className={css.name}>{name}</span>
      <Slider
        key={value}
        className={css.slider ?? ''}
        min={0}
        max={1}
        step={0.01}
        defaultValue={value}
        onChangeEnd={onChange}
        label={null}
        thumbLabel={`${name}: ${says}`}
      />
      <span className="small soft tabular">{says}</span>
    </div>
  );
}
