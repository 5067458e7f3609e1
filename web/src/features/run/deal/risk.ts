import type { StageHere } from '@/api';
import { given } from '@/ui/given';
import { plural } from '@/ui/format';
import { m } from './messages';

/** Won deals below which nothing is said. */
const FEW = 10;

/** What won deals took in the stage, and whether this one is there longer than three of four of them. */
export interface AgainstWon {
  says: string;
  longer: boolean;
}

/** The days of a deal in its stage beside those of won deals; none where these are too few to tell. */
export function againstWon({ days, won_days: won }: StageHere): AgainstWon | null {
  if (!given(days) || !given(won) || won.n < FEW) return null;
  const [low, high] = [Math.round(won.q25), Math.round(won.q75)];
  const took = low === high ? plural(high, 'day') : `${low}–${plural(high, 'day')}`;
  return { says: m.wonTook(took), longer: days > won.q75 };
}
