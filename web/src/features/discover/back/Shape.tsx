import type { ReactNode } from 'react';
import type { Channel, Side } from '@/api';
import { m } from './messages';

/** Outlines by channel, about 11 px wide around 0,0. */
const PATHS: Record<Channel, string> = {
  phone: 'M0,-5A5,5 0 1 1 0,5A5,5 0 1 1 0,-5Z',
  email: 'M-4.5,-4.5H4.5V4.5H-4.5Z',
  message: 'M-5,-4H5V2.5H0L-3,5.5V2.5H-5Z',
  meeting: 'M0,-5.5L5.5,4.5H-5.5Z',
  content: 'M0,-5.8L1.7,-1.8L6,-1.6L2.7,1.2L3.8,5.4L0,3L-3.8,5.4L-2.7,1.2L-6,-1.6L-1.7,-1.8Z',
  document: 'M0,-6L6,0L0,6L-6,0Z',
  note: 'M-2,-4H2V4H-2Z',
  other: 'M-3.5,-5L3.5,-5L6,0L3.5,5L-3.5,5L-6,0Z',
};

interface Props {
  channel: Channel | null | undefined;
  side: Side;
  x?: number;
  y?: number;
  children?: ReactNode;
}

/** A touchpoint: its outline says the channel; filled is the prospect's act, hollow is ours. */
export function Shape({ channel, side, x = 0, y = 0, children }: Props) {
  const theirs = side === 'prospect';
  return (
    <path
      d={PATHS[channel ?? 'other']}
      transform={`translate(${x},${y})`}
      fill={theirs ? 'var(--accent)' : 'var(--surface)'}
      stroke={side === 'unknown' || side === 'system' ? 'var(--ink-soft)' : 'var(--accent)'}
      strokeWidth={1.5}
      strokeLinejoin="round"
    >
      {children}
    </path>
  );
}

/** The same in a line of text. */
export const ShapeMark = ({ channel, side }: Pick<Props, 'channel' | 'side'>) => (
  <svg width={14} height={14} viewBox="-7 -7 14 14" style={{ flex: 'none', verticalAlign: '-2px' }} aria-hidden>
    <Shape channel={channel} side={side} />
  </svg>
);

/** Channels in the order in which keys and tables list them. */
export const CHANNELS: readonly Channel[] = [
  'phone',
  'email',
  'message',
  'meeting',
  'content',
  'document',
  'other',
  'note',
];

/** Whose act, in words. */
export const whose = (side: Side): string => m.side[side];
