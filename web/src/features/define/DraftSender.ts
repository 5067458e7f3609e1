import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { ProblemError } from '@/api';

/** Something that several people change, kept by the server and counted with every change. */
export interface Versioned {
  version: number;
}

/** Where a draft is kept, and how. */
export interface DraftPlace<Content, There extends Versioned> {
  queryKey: QueryKey;
  load: () => Promise<There>;
  /** Keeps content that rests on a version of the draft. */
  keep: (seen: number, content: Content) => Promise<There>;
  /** Whether the draft is this content. */
  holds: (there: There, content: Content) => boolean;
}

/** Content that the server has not got, and the version of the draft that it rests on. */
export interface Unsent<Content> {
  seen: number;
  content: Content;
}

/** Unsent content as a browser kept it; none if what is there is something else. */
export const readUnsent =
  <Content>(read: (stored: unknown) => Content | undefined) =>
  (stored: unknown): Unsent<Content> | null => {
    if (typeof stored !== 'object' || stored === null || !('seen' in stored) || !('content' in stored)) return null;
    const content = read(stored.content);
    return typeof stored.seen === 'number' && content !== undefined ? { seen: stored.seen, content } : null;
  };

/** Sends content; each after the first rests on what the server answered before. */
export class DraftSender<Content, There extends Versioned> {
  #seen: number | null = null;
  readonly #queries: QueryClient;
  readonly #place: DraftPlace<Content, There>;
  readonly #sent: (unsent: Unsent<Content>, there: There) => void;

  constructor(
    queries: QueryClient,
    place: DraftPlace<Content, There>,
    sent: (unsent: Unsent<Content>, there: There) => void,
  ) {
    this.#queries = queries;
    this.#place = place;
    this.#sent = sent;
  }

  /** The version that the next content rests on; none before it is known here. */
  get seen(): number | null {
    return this.#seen;
  }

  /** Versions only grow, so an older one is an answer that came late. */
  restOn(version: number): void {
    this.#seen = Math.max(version, this.#seen ?? version);
  }

  /** The draft as the server has it now. */
  async look(): Promise<There> {
    const { queryKey, load } = this.#place;
    await this.#queries.cancelQueries({ queryKey });
    return this.#queries.query({ queryKey, queryFn: load, staleTime: 0 });
  }

  async send(unsent: Unsent<Content>): Promise<void> {
    const { queryKey, keep, holds } = this.#place;
    const there = await keep(this.#seen ?? unsent.seen, unsent.content).catch(async (error: unknown) => {
      const found = error instanceof ProblemError && error.is('stale') ? await this.look() : null;
      // An answer got lost on its way, or both wrote the same.
      if (found !== null && holds(found, unsent.content)) return found;
      throw error;
    });
    this.#seen = there.version;
    this.#sent(unsent, there);
    // What is on its way was asked for before.
    await this.#queries.cancelQueries({ queryKey });
    this.#queries.setQueryData(queryKey, there);
  }
}
