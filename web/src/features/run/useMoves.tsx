import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, type BuyInGap, type DealView, got, ifMatch, ProblemError, type Stage } from '@/api';
import { tellUndo } from '@/app/undo';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { type Asked, type Closing, MoveDialog } from './MoveDialog';
import { useAfter, useRefused } from './queries';

/** A deal that is to be moved. */
export interface Moving {
  id: string;
  name: string;
  /** The version that was seen. */
  version: number;
  /** The id of the stage it stands in; none where the process does not know it. */
  from: string | null;
  /** Those it can go to: of the version of its process that it goes by. */
  stages: Stage[];
  /** Of those who decide, whose word is not certain. */
  gaps?: BuyInGap[];
}

interface Wish {
  deal: Moving;
  to: Stage;
  reason?: string;
  /** What is known of a closing. */
  closing?: Closing;
  /** It takes an earlier move back. */
  undo?: boolean;
}

interface Hooks {
  /** Called before the server has answered; gives back how to return to what was. */
  before?: (wish: Wish) => (() => void) | undefined;
}

interface Moves {
  /** Moves a deal, asking for a reason where one is needed. */
  move: (deal: Moving, to: Stage) => void;
  /** Asks where to. */
  ask: (deal: Moving) => void;
  /** Stands somewhere on the page. */
  dialog: ReactNode;
  busy: boolean;
}

/**
 * Moving deals by the process: criteria that are not met ask for a reason, every move can be taken back (`u`, or the
 * note's button).
 */
export function useMoves(hooks: Hooks = {}): Moves {
  const [asked, setAsked] = useState<Asked | null>(null);
  const after = useAfter();
  const refused = useRefused();
  const mutation = useMutation({
    mutationFn: ({ deal, to, reason, closing }: Wish) =>
      got(
        api.POST('/deals/{id}/move', {
          params: { path: { id: deal.id } },
          headers: ifMatch(deal.version),
          body: { to: to.id, ...closing, ...(reason === undefined ? {} : { reason }) },
        }),
      ),
    meta: { quiet: true },
    onMutate: (wish) => hooks.before?.(wish),
    onError: (error, { deal, to, closing }, restore) => {
      restore?.();
      const approval = error instanceof ProblemError && error.is('unmet-approval');
      if (error instanceof ProblemError && (approval || error.is('unmet'))) {
        setAsked({ deal, to, unmet: error.problem.errors ?? [], approval, ...(closing && { closing }) });
      } else {
        // What was typed stays where a field needs another look.
        if (!(error instanceof ProblemError && error.is('invalid'))) setAsked(null);
        refused(error);
      }
    },
    onSuccess: (view, wish) => {
      setAsked(null);
      after(view);
      told(view, wish);
    },
  });
  const send = (wish: Wish) => mutation.mutate(wish);
  const told = (view: DealView, { deal, to, undo: back }: Wish) => {
    if (view.asked?.to === to.id && view.stage?.stage_id !== to.id) {
      tell(m.move.asked(deal.name, to.name));
      return;
    }
    const from = deal.stages.find((s) => s.id === deal.from);
    if (back === true || !from) {
      tell((back === true ? m.move.undone : m.move.done)(deal.name, to.name));
      return;
    }
    const there: Moving = { ...deal, version: view.deal.version, from: to.id };
    tellUndo(m.move.done(deal.name, to.name), m.move.undo, () =>
      send({ deal: there, to: from, reason: m.move.undoReason, undo: true }),
    );
  };
  const move = (deal: Moving, to: Stage) => {
    if (to.kind === 'lost' || to.kind === 'nurturing' || to.kind === 'won') setAsked({ deal, to });
    else send({ deal, to });
  };
  const dialog = (
    <MoveDialog
      asked={asked}
      busy={mutation.isPending}
      onChoose={move}
      onReason={(deal, to, reason, closing) => send({ deal, to, closing, ...(reason === '' ? {} : { reason }) })}
      onClose={() => setAsked(null)}
    />
  );
  return { move, ask: (deal) => setAsked({ deal }), dialog, busy: mutation.isPending };
}
