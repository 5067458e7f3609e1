import { Checkbox, Modal, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DashboardTile, MetricTile } from '@/api';
import { useFields } from '@/ui/fields';
import { AskForm } from '@/ui/FormDialog';
import { byName } from '../metrics/GroupsTable';
import { m as metricWords } from '../metrics/messages';
import { STEPS } from '../metrics/params';
import { catalogueQuery } from '../metrics/queries';
import { m } from './messages';
import { metricOf, metricTile, SHOWS } from './tiles';

interface Props {
  /** The tile to be changed; `metric` or `text` for a new one. */
  tile: DashboardTile | 'metric' | 'text';
  onKeep: (tile: DashboardTile) => void;
  onClose: () => void;
}

/** Asks what a tile is to show. */
export function TileForm({ tile, onKeep, onClose }: Props) {
  const isText = tile === 'text' || (typeof tile === 'object' && 'text' in tile.of);
  return (
    <Modal opened onClose={onClose} title={isText ? m.tile.words : m.tile.metric}>
      {isText ? (
        <TextForm tile={tile} onKeep={onKeep} onClose={onClose} />
      ) : (
        <MetricForm tile={tile} onKeep={onKeep} onClose={onClose} />
      )}
    </Modal>
  );
}

function TextForm({ tile, onKeep, onClose }: Props) {
  const old = typeof tile === 'object' ? tile : undefined;
  const [text, setText] = useState(old && 'text' in old.of ? old.of.text : '');
  const keep = () => onKeep({ ...(old ?? { id: crypto.randomUUID(), width: 'whole' }), of: { text } });
  return (
    <AskForm go={old ? m.tile.keep : m.tile.add} disabled={text.trim() === ''} onSend={keep} onClose={onClose}>
      <Textarea
        label={m.tile.text}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </AskForm>
  );
}

const FRESH: MetricTile = { metric: '', title: '', show: 'figure', params: { against: ['previous'] } };

function MetricForm({ tile, onKeep, onClose }: Props) {
  const old = typeof tile === 'object' ? tile : undefined;
  const [of, setOf] = useState<MetricTile>((old && metricOf(old)) ?? FRESH);
  const catalogue = useQuery(catalogueQuery).data;
  const metrics = [
    ...(catalogue?.standard ?? []).map((page) => page.metric),
    ...(catalogue?.own ?? []).map((line) => line.metric),
  ];
  const fields = useFields().filter((field) => field.values.length > 1);
  const names = ['stage', ...fields.map((field) => field.name), 'size', 'created', 'process-version'];
  const params = of.params ?? {};
  const one = (name: string) => params[name]?.[0] ?? '';
  const set = (name: string, value: string) => {
    const rest = Object.entries(params).filter(([other]) => other !== name);
    setOf({ ...of, params: Object.fromEntries(value === '' ? rest : [...rest, [name, [value]]]) });
  };
  const keep = () => onKeep(old ? { ...old, of: { metric: of } } : metricTile(of));
  return (
    <AskForm
      go={old ? m.tile.keep : m.tile.add}
      disabled={of.metric === '' || (of.show === 'groups' && one('by') === '')}
      onSend={keep}
      onClose={onClose}
    >
      <Select
        label={m.tile.metric}
        searchable
        data-autofocus
        data={metrics.map(({ id, name }) => ({ value: id, label: name }))}
        value={of.metric || null}
        onChange={(metric) => setOf({ ...of, metric: metric ?? '' })}
      />
      <NativeSelect
        label={m.tile.show}
        value={of.show}
        onChange={(event) => {
          const show = SHOWS.find((one) => one === event.currentTarget.value);
          if (show) setOf({ ...of, show });
        }}
        data={SHOWS.map((value) => ({ value, label: m.tile.shows[value] }))}
      />
      {of.show === 'groups' && (
        <NativeSelect
          label={m.tile.by}
          value={one('by')}
          onChange={(event) => set('by', event.currentTarget.value)}
          data={[
            { value: '', label: metricWords.by.none },
            ...[...new Set(names)].map((value) => ({ value, label: byName(value) })),
          ]}
        />
      )}
      {of.show === 'series' && (
        <NativeSelect
          label={m.tile.step}
          value={one('step') || 'month'}
          onChange={(event) => set('step', event.currentTarget.value)}
          data={STEPS.map((value) => ({ value, label: metricWords.step[value] }))}
        />
      )}
      {of.show === 'figure' && (
        <Checkbox
          label={m.tile.against}
          checked={one('against') !== ''}
          onChange={(event) => set('against', event.currentTarget.checked ? 'previous' : '')}
        />
      )}
      <TextInput
        label={m.tile.title}
        description={m.tile.titleHelp}
        maxLength={200}
        value={of.title ?? ''}
        onChange={(event) => setOf({ ...of, title: event.currentTarget.value })}
      />
    </AskForm>
  );
}
