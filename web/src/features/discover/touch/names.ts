import type { Channel, Side, TouchRow } from '@/api';
import { given } from '@/ui/given';
import { m as back } from '../back/messages';
import { m } from './messages';

/** `Call by the prospect`, `E-mail`, `All by us`. */
export function rowName({ channel, side }: { channel?: Channel | null; side?: Side | null }): string {
  const what = channel ? back.channel[channel] : m.table.all;
  return side ? `${what}, ${back.by[side] === '' ? back.side[side] : back.by[side]}` : what;
}

/** The rows to compare: all, each side, each channel with its sides. */
export const rowId = (row: TouchRow): string => `${row.channel ?? 'all'} ${row.side ?? 'all'}`;

/** The rows worth a bar: where all of a channel is of one side, the side's row says it. */
export const distinct = (rows: TouchRow[]): TouchRow[] =>
  rows.filter(
    (row) => given(row.side) || !given(row.channel) || rows.filter((r) => r.channel === row.channel).length !== 2,
  );

/** Hours as people read them. */
export const inDays = (hours: number | null | undefined): number | null =>
  typeof hours === 'number' ? hours / 24 : null;
