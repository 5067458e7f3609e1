import { useMemo } from 'react';
import type { Process, ProposalChoices, ProposalDraft } from '@/api';
import type { SaveState } from '@/app/saver';
import type { DraftPlace } from './DraftSender';
import { choicesOf, namedChoices, readChoices, sameChoices } from './lines';
import { type Choices, NO_CHOICES } from './proposal';
import { keepDraft, loadDraft, draftQuery } from './queries';
import { useKeeping } from './useKeeping';

const PLACE: DraftPlace<ProposalChoices, ProposalDraft> = {
  queryKey: draftQuery.queryKey,
  load: () => loadDraft(),
  keep: keepDraft,
  holds: ({ choices }, sent) => sameChoices(choices, sent),
};

/** The choices in a proposal, and how their saving stands. */
export interface Choosing {
  choices: Choices;
  /** Who changed them last, and when; nobody while the team has none. */
  last: Pick<ProposalDraft, 'by' | 'at'>;
  state: SaveState;
  choose: (choices: Choices) => void;
  /** Drops what could not be saved for what somebody else saved. */
  takeTheirs: () => void;
  /** Saves over what somebody else saved. */
  keepMine: () => void;
}

/**
 * The choices of the team: kept by the server as one goes, and followed while nothing of one's own waits to be sent.
 * Without a connection they wait in this browser.
 */
export function useChoices(user: string, process: Process, draft: ProposalDraft): Choosing {
  const { unsent, state, put, takeTheirs, keepMine } = useKeeping(draft, {
    place: PLACE,
    kept: `stagecraft.proposal.${user}`,
    read: (stored) => readChoices(stored) ?? undefined,
  });
  const shown = unsent?.content ?? draft.choices;
  const choices = useMemo(() => choicesOf(process, shown), [process, shown]);
  return {
    choices,
    last: draft,
    state,
    choose: (chosen) => put(namedChoices(process, chosen), chosen === NO_CHOICES ? 0 : undefined),
    takeTheirs,
    keepMine,
  };
}
