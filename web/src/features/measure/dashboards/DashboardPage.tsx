import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { Dashboard, DashboardLine, DashboardTile, TimeSpan } from '@/api';
import { tellUndo } from '@/app/undo';
import { EmptyState } from '@/ui/EmptyState';
import { date } from '@/ui/format';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { MeasureNav } from '../MeasureNav';
import { useBasis } from '../queries';
import css from './Dashboards.module.css';
import { MoreMenu } from './MoreMenu';
import { m } from './messages';
import { dashboardQuery, pdfHref, useKeepDashboard } from './queries';
import { type Arranging, TileBox } from './TileBox';
import { TileForm } from './TileForm';
import { MOST, moved, nameOf, SPANS } from './tiles';
import { useTileDrops } from './useTileDrag';

/** Metrics side by side. */
export function DashboardPage() {
  const { dashboard: id } = useParams({ strict: false });
  const line = useQuery(dashboardQuery(id ?? ''));
  return (
    <>
      <MeasureNav />
      <Loaded query={line}>{(found) => <Page key={found.id} line={found} />}</Loaded>
    </>
  );
}

function Page({ line: found }: { line: DashboardLine }) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const begins = search.arrange === '1' || search.arrange === 1;
  const [draft, setDraft] = useState<Dashboard | null>(begins && found.may_change ? found.dashboard : null);
  const keep = useKeepDashboard();
  // what was saved is here a moment before the cache tells of it
  const line = keep.data && keep.data.version > found.version ? keep.data : found;
  if (!draft) return <Looked line={line} onArrange={() => setDraft(line.dashboard)} />;
  const save = () =>
    keep.mutate(
      { of: line, dashboard: draft },
      {
        onSuccess: (now) => {
          setDraft(null);
          tellUndo(m.saved(draft.name), m.undo, () => keep.mutate({ of: now, dashboard: line.dashboard }));
        },
      },
    );
  return (
    <Arranged
      draft={draft}
      changed={draft !== line.dashboard}
      saving={keep.isPending}
      onChange={setDraft}
      onSave={save}
      onCancel={() => setDraft(null)}
    />
  );
}

function Looked({ line, onArrange }: { line: DashboardLine; onArrange: () => void }) {
  const { dashboard, may_change } = line;
  const asOf = useBasis().data?.asOf;
  const span = dashboard.span ?? 'all';
  const tiles = dashboard.tiles ?? [];
  const time = m.span[span];
  return (
    <>
      <PageHead
        title={dashboard.name}
        says={
          <>
            {dashboard.says && <>{dashboard.says} </>}
            <span className="soft">{asOf ? m.asOf(time, date(asOf)) : time}</span>
          </>
        }
        actions={
          <>
            <Button
              component="a"
              href={pdfHref(line.id)}
              target="_blank"
              rel="noreferrer"
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              {m.print}
            </Button>
            {may_change && (
              <Button variant="default" onClick={onArrange}>
                {m.arrange}
              </Button>
            )}
            <MoreMenu line={line} />
          </>
        }
      />
      {tiles.length === 0 ? (
        <EmptyState title={m.nothing.title} action={may_change && <Button onClick={onArrange}>{m.arrange}</Button>}>
          {m.nothing.says}
        </EmptyState>
      ) : (
        <Grid tiles={tiles} span={span} />
      )}
    </>
  );
}

interface ArrangedProps {
  draft: Dashboard;
  changed: boolean;
  saving: boolean;
  onChange: (change: (draft: Dashboard | null) => Dashboard | null) => void;
  onSave: () => void;
  onCancel: () => void;
}

function Arranged({ draft, changed, saving, onChange, onSave, onCancel }: ArrangedProps) {
  const [editing, setEditing] = useState<DashboardTile | 'metric' | 'text' | null>(null);
  const span = draft.span ?? 'all';
  const tiles = draft.tiles ?? [];
  const set = (change: Partial<Dashboard>) => onChange((now) => now && { ...now, ...change });
  const setTiles = useCallback(
    (change: (tiles: DashboardTile[]) => DashboardTile[]) =>
      onChange((now) => now && { ...now, tiles: change(now.tiles ?? []) }),
    [onChange],
  );
  const move = useCallback((from: number, to: number) => setTiles((all) => moved(all, from, to)), [setTiles]);
  useTileDrops(true, move);
  const put = (tile: DashboardTile) =>
    setTiles((all) =>
      all.some((one) => one.id === tile.id) ? all.map((one) => (one.id === tile.id ? tile : one)) : [...all, tile],
    );
  const take = (tile: DashboardTile) => {
    const at = tiles.indexOf(tile);
    setTiles((all) => all.filter((one) => one.id !== tile.id));
    tellUndo(m.tile.taken(nameOf(tile) ?? m.tile.words), m.undo, () =>
      setTiles((all) => [...all.slice(0, at), tile, ...all.slice(at)]),
    );
  };
  return (
    <>
      <PageHead
        title={draft.name}
        actions={
          <>
            <Button onClick={onSave} loading={saving} disabled={draft.name.trim() === ''}>
              {m.save}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {m.cancel}
            </Button>
          </>
        }
      />
      <Group gap="sm" align="flex-end" mb="md">
        <TextInput
          label={m.name}
          maxLength={200}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={m.purpose}
          maxLength={500}
          miw={280}
          value={draft.says ?? ''}
          onChange={(event) => set({ says: event.currentTarget.value })}
        />
        <NativeSelect
          label={m.span.label}
          value={span}
          onChange={(event) => set({ span: SPANS.find((one) => one === event.currentTarget.value) ?? 'all' })}
          data={SPANS.map((value) => ({ value, label: m.span[value] }))}
        />
        <Checkbox
          label={m.share}
          mb={8}
          checked={draft.shared ?? false}
          onChange={(event) => set({ shared: event.currentTarget.checked })}
        />
      </Group>
      <Grid tiles={tiles} span={span} arranging={{ move, change: put, edit: setEditing, take }} />
      <Group gap="sm" mt="md">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={tiles.length >= MOST}
          onClick={() => setEditing('metric')}
        >
          {m.addMetric}
        </Button>
        <Button variant="default" disabled={tiles.length >= MOST} onClick={() => setEditing('text')}>
          {m.addText}
        </Button>
      </Group>
      {editing && (
        <TileForm
          tile={editing}
          onClose={() => setEditing(null)}
          onKeep={(tile) => {
            put(tile);
            setEditing(null);
          }}
        />
      )}
      <LeaveGuard when={changed && !saving} says={m.unsaved} />
    </>
  );
}

function Grid({ tiles, span, arranging }: { tiles: DashboardTile[]; span: TimeSpan; arranging?: Arranging }) {
  return (
    <ul className={css.grid}>
      {tiles.map((tile, at) => (
        <TileBox key={tile.id} tile={tile} at={at} of={tiles.length} span={span} arranging={arranging} />
      ))}
    </ul>
  );
}
