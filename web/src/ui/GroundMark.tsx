import { VisuallyHidden } from '@mantine/core';

/** On what a criterion rests. */
export type GroundOf = 'prospect' | 'rep' | 'opinion';

const SAYS: Record<GroundOf, string> = {
  prospect: 'An act of the prospect',
  rep: 'Something we did',
  opinion: 'Somebody’s word',
};

/** On what a criterion rests, as a mark: filled is the prospect's act, hollow is ours, dashed is an opinion. */
export function GroundMark({ ground, size = 14 }: { ground: GroundOf; size?: number }) {
  return (
    <span title={SAYS[ground]} style={{ display: 'inline-flex', flex: 'none', verticalAlign: 'middle' }}>
      <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden>
        <circle
          cx="7"
          cy="7"
          r="5.5"
          stroke="currentColor"
          strokeWidth="1.8"
          fill={ground === 'prospect' ? 'currentColor' : 'none'}
          strokeDasharray={ground === 'opinion' ? '2.6 2.2' : undefined}
        />
      </svg>
      <VisuallyHidden>{SAYS[ground]}: </VisuallyHidden>
    </span>
  );
}

/** The mark with its meaning in words, for legends. */
export const GroundWords = ({ ground }: { ground: GroundOf }) => (
  <span className="small soft" style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
    <GroundMark ground={ground} /> <span aria-hidden>{SAYS[ground]}</span>
  </span>
);
