import { ProblemError, type Reply } from '@/api';
import type { Kept } from './kept';

/** How the saving stands; `refused` with the words of the server. */
export type SaveState = { is: 'saved' | 'saving' | 'waiting' } | { is: 'refused'; says: string };

const SHORTEST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/** Whether asking again later may help. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429;

/**
 * Sends answers one after the other, the last of each question. What cannot be sent is tried again, ever more rarely, until
 * it is there.
 */
export class Saver {
  readonly #waiting: Map<string, Reply>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #failures = 0;
  readonly #send: (question: string, reply: Reply) => Promise<unknown>;
  readonly #tell: (state: SaveState) => void;
  readonly #kept: Kept;

  constructor(
    send: (question: string, reply: Reply) => Promise<unknown>,
    tell: (state: SaveState) => void,
    kept: Kept,
  ) {
    this.#send = send;
    this.#tell = tell;
    this.#kept = kept;
    this.#waiting = new Map(Object.entries(kept.all()));
  }

  /** Takes an answer, to be sent in so many milliseconds. */
  put(question: string, reply: Reply, delay: number): void {
    this.#waiting.set(question, reply);
    this.#kept.put(question, reply);
    if (this.#failures === 0) {
      this.#tell({ is: 'saving' });
      this.#in(delay);
    }
  }

  /** Sends what waits, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) return;
    this.#running = true;
    try {
      await this.#sendAll();
    } finally {
      this.#running = false;
    }
  }

  /** Sends nothing any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  get empty(): boolean {
    return this.#waiting.size === 0;
  }

  #in(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #sendAll(): Promise<void> {
    let refused: SaveState | null = null;
    for (let next = this.#first(); next; next = this.#first()) {
      const [question, reply] = next;
      try {
        await this.#send(question, reply);
        this.#failures = 0;
      } catch (error) {
        if (isPassing(error)) {
          this.#failures += 1;
          this.#tell({ is: 'waiting' });
          this.#in(Math.min(SHORTEST_WAIT * 2 ** (this.#failures - 1), LONGEST_WAIT));
          return;
        }
        refused = { is: 'refused', says: error instanceof Error ? error.message : '' };
      }
      // A later answer to the same question stays to be sent.
      if (this.#waiting.get(question) === reply) {
        this.#waiting.delete(question);
        this.#kept.drop(question);
      }
    }
    this.#tell(refused ?? { is: 'saved' });
  }

  #first(): [string, Reply] | undefined {
    return this.#waiting.entries().next().value;
  }
}
