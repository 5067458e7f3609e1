import type { CommitmentVerdict } from '@/api';

/** What can be done about a commitment; `agree` asks for the day. */
export type CommitmentAct = 'agree' | 'again' | 'kept' | 'dropped';

/** What can be done about a commitment as it stands. What its predicate shows needs nobody's word. */
export function actsOf({ state, shown }: CommitmentVerdict): CommitmentAct[] {
  switch (state) {
    case 'open':
      return ['agree', 'kept'];
    case 'agreed':
      return ['kept', 'dropped'];
    case 'lapsed':
      return ['kept', 'again', 'dropped'];
    case 'kept':
      return shown ? [] : ['dropped'];
  }
}
