import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Process, ProposalDraft } from '@/api';
import { type Kept, keptAt } from '@/app/kept';
import { Saver, type SaveState, useSending } from '@/app/saver';
import { DraftSender, readUnsent, type Unsent } from './DraftSender';
import { choicesOf, namedChoices } from './lines';
import { type Choices, NO_CHOICES } from './proposal';

/** Milliseconds after the last letter until choices are sent. */
const PAUSE = 700;
/** Under what choices wait to be sent. */
const CHOICES = 'choices';

/** Choices that wait in this browser, of one person. */
const keptChoices = (user: string): Kept<Unsent> => keptAt(`stagecraft.proposal.${user}`, readUnsent);

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
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const [kept] = useState(() => keptChoices(user));
  const [mine, setMine] = useState<Unsent | null>(() => kept.all()[CHOICES] ?? null);
  const [sender] = useState(() => new DraftSender(queries, (sent) => setMine((now) => (now === sent ? null : now))));
  const [saver] = useState(() => new Saver<Unsent>((_, unsent) => sender.send(unsent), setState, kept));
  useSending(saver);
  const shown = mine?.choices ?? draft.choices;
  const choices = useMemo(() => choicesOf(process, shown), [process, shown]);
  return {
    choices,
    last: draft,
    state,
    choose: (chosen) => {
      if (mine === null) sender.restOn(draft.version);
      const next = { seen: sender.seen ?? mine?.seen ?? draft.version, choices: namedChoices(process, chosen) };
      setMine(next);
      saver.put(CHOICES, next, chosen === NO_CHOICES ? 0 : PAUSE);
    },
    takeTheirs: () => {
      saver.drop(CHOICES);
      setMine(null);
      void sender.look();
    },
    keepMine: () => {
      void sender.look().then((there) => {
        sender.restOn(there.version);
        return saver.flush();
      });
    },
  };
}
