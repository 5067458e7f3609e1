import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconGripVertical, IconPencil, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { DashboardTile, TimeSpan } from '@/api';
import css from './Dashboards.module.css';
import { m } from './messages';
import { nameOf, WIDTHS } from './tiles';
import { TileView } from './TileView';
import { useTileDrag } from './useTileDrag';

/** What can be done with a tile while a dashboard is arranged. */
export interface Arranging {
  move: (from: number, to: number) => void;
  change: (tile: DashboardTile) => void;
  edit: (tile: DashboardTile) => void;
  take: (tile: DashboardTile) => void;
}

interface Props {
  tile: DashboardTile;
  at: number;
  /** How many tiles there are. */
  of: number;
  span: TimeSpan;
  /** None: it is only looked at. */
  arranging: Arranging | undefined;
}

/** A tile at its place. */
export function TileBox({ tile, at, of, span, arranging }: Props) {
  const element = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const { dragged, edge } = useTileDrag(element, grip, at, arranging !== undefined);
  const name = nameOf(tile) ?? m.tile.words;
  return (
    <li
      ref={element}
      className={[css.tile, css[tile.width]].join(' ')}
      data-dragged={dragged || undefined}
      data-edge={edge ?? undefined}
    >
      {arranging && (
        <div className={css.tools} role="group" aria-label={name}>
          <span ref={grip} className={css.grip} title={m.tile.drag}>
            <IconGripVertical size={16} aria-hidden />
          </span>
          <ActionIcon
            variant="subtle"
            aria-label={`${m.tile.earlier}: ${name}`}
            disabled={at === 0}
            onClick={() => arranging.move(at, at - 1)}
          >
            <IconArrowLeft size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={`${m.tile.later}: ${name}`}
            disabled={at + 1 === of}
            onClick={() => arranging.move(at, at + 2)}
          >
            <IconArrowRight size={16} aria-hidden />
          </ActionIcon>
          <NativeSelect
            size="xs"
            aria-label={`${m.tile.width}: ${name}`}
            value={tile.width}
            onChange={(event) => {
              const width = WIDTHS.find((one) => one === event.currentTarget.value);
              if (width) arranging.change({ ...tile, width });
            }}
            data={WIDTHS.map((value) => ({ value, label: m.tile.widths[value] }))}
          />
          <ActionIcon variant="subtle" aria-label={`${m.tile.edit}: ${name}`} onClick={() => arranging.edit(tile)}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={`${m.tile.take}: ${name}`} onClick={() => arranging.take(tile)}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
      <TileView tile={tile} span={span} />
    </li>
  );
}
