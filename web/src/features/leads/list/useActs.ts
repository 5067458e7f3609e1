import type { LeadAct } from '@/api';
import { tellUndo } from '@/app/undo';
import { tell, tellProblem } from '@/ui/toast';
import { m } from '../messages';
import { useAct } from '../queries';

/** What an act needs to know of a lead to say what it did, and to take it back. */
export interface Touched {
  id: string;
  name: string;
  owner?: string | null | undefined;
}

function done(act: LeadAct, n: number, name: string): string {
  if (act.do === 'assign') return m.act.assigned(n, name, act.owner);
  return m.act[act.do === 'take' ? 'taken' : act.do === 'drop' ? 'dropped' : 'reopened'](n, name);
}

/** The act that takes an act on these leads back; none where they went to several owners before. */
export function inverse(act: LeadAct, leads: Touched[]): LeadAct | null {
  if (act.do === 'take' || act.do === 'drop') return { do: 'reopen' };
  if (act.do !== 'assign') return null;
  const owners = new Set(leads.map((lead) => lead.owner ?? ''));
  return owners.size === 1 ? { do: 'assign', owner: [...owners][0] ?? '' } : null;
}

/** Acts on leads that say what was done and can be taken back (`u`, or the note's button). */
export function useLeadActs(then?: (act: LeadAct, done: string[]) => void) {
  const send = useAct();
  const act = async (leads: Touched[], what: LeadAct) => {
    try {
      const answer = await send.mutateAsync({ leads: leads.map((lead) => lead.id), act: what });
      const changed = leads.filter((lead) => answer.done.includes(lead.id));
      const [first] = answer.refused;
      if (first) tellProblem(new Error(m.act.refused(answer.refused.length, first.why)));
      if (changed.length === 0) return;
      const says = done(what, changed.length, changed[0]?.name ?? '');
      const back = inverse(what, changed);
      if (back === null) {
        tell(says);
      } else {
        tellUndo(says, m.act.undo, () => void act(changed, back));
      }
      then?.(what, answer.done);
    } catch {
      // the problem was told where all problems of changes are
    }
  };
  return { act, busy: send.isPending };
}
