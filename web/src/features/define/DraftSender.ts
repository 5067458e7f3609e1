import type { QueryClient } from '@tanstack/react-query';
import { ProblemError, type ProposalChoices, type ProposalDraft } from '@/api';
import { readChoices, sameChoices } from './lines';
import { draftQuery, keepDraft } from './queries';

/** Choices that the server has not got, and the version of the draft that they rest on. */
export interface Unsent {
  seen: number;
  choices: ProposalChoices;
}

/** Unsent choices as a browser kept them; none if what is there is something else. */
export function readUnsent(stored: unknown): Unsent | null {
  if (typeof stored !== 'object' || stored === null || !('seen' in stored) || !('choices' in stored)) return null;
  const choices = readChoices(stored.choices);
  return typeof stored.seen === 'number' && choices !== null ? { seen: stored.seen, choices } : null;
}

/** Sends choices; each after the first rests on what the server answered before. */
export class DraftSender {
  #seen: number | null = null;
  readonly #queries: QueryClient;
  readonly #sent: (unsent: Unsent) => void;

  constructor(queries: QueryClient, sent: (unsent: Unsent) => void) {
    this.#queries = queries;
    this.#sent = sent;
  }

  /** The version that the next choices rest on; none before it is known here. */
  get seen(): number | null {
    return this.#seen;
  }

  restOn(version: number): void {
    this.#seen = version;
  }

  /** The draft as the server has it now. */
  async look(): Promise<ProposalDraft> {
    await this.#queries.cancelQueries({ queryKey: draftQuery.queryKey });
    return this.#queries.query({ ...draftQuery, staleTime: 0 });
  }

  async send(unsent: Unsent): Promise<void> {
    const saved = await keepDraft(this.#seen ?? unsent.seen, unsent.choices).catch(async (error: unknown) => {
      const there = error instanceof ProblemError && error.is('stale') ? await this.look() : null;
      // An answer got lost on its way, or both chose the same.
      if (there !== null && sameChoices(there.choices, unsent.choices)) return there;
      throw error;
    });
    this.#seen = saved.version;
    this.#queries.setQueryData(draftQuery.queryKey, saved);
    this.#sent(unsent);
  }
}
