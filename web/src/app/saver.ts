import { useEffect } from 'react';
import { ProblemError } from '@/api';
import type { Kept } from './kept';

/** How the saving stands; `refused` with the words of the server, `stale` where somebody else was faster. */
export type SaveState = { is: 'saved' | 'saving' | 'waiting' } | { is: 'refused' | 'stale'; says: string };

const SHORTEST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/** Whether asking again later may help. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429;

const isStale = (error: unknown): error is ProblemError => error instanceof ProblemError && error.is('stale');

/**
 * Sends what is put, one after the other, the last of each name. What cannot be sent is tried again, ever more rarely,
 * until it is there; what rests on something that somebody else changed waits to be sent or dropped by hand.
 */
export class Saver<T> {
  readonly #waiting: Map<string, T>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #failures = 0;
  readonly #send: (name: string, value: T) => Promise<unknown>;
  readonly #tell: (state: SaveState) => void;
  readonly #kept: Kept<T>;

  constructor(send: (name: string, value: T) => Promise<unknown>, tell: (state: SaveState) => void, kept: Kept<T>) {
    this.#send = send;
    this.#tell = tell;
    this.#kept = kept;
    this.#waiting = new Map(Object.entries(kept.all()));
  }

  /** Takes a value, to be sent in so many milliseconds. */
  put(name: string, value: T, delay: number): void {
    this.#waiting.set(name, value);
    this.#kept.put(name, value);
    if (this.#failures === 0) {
      this.#tell({ is: 'saving' });
      this.#in(delay);
    }
  }

  /** Takes back what waits under a name. */
  drop(name: string): void {
    this.#waiting.delete(name);
    this.#kept.drop(name);
    if (this.empty) {
      clearTimeout(this.#timer);
      this.#tell({ is: 'saved' });
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
      const [name, value] = next;
      try {
        await this.#send(name, value);
        this.#failures = 0;
      } catch (error) {
        if (isPassing(error)) {
          this.#failures += 1;
          this.#tell({ is: 'waiting' });
          this.#in(Math.min(SHORTEST_WAIT * 2 ** (this.#failures - 1), LONGEST_WAIT));
          return;
        }
        this.#failures = 0;
        if (isStale(error)) {
          this.#tell({ is: 'stale', says: error.message });
          return;
        }
        refused = { is: 'refused', says: error instanceof Error ? error.message : '' };
      }
      // A later value of the same name stays to be sent.
      if (this.#waiting.get(name) === value) {
        this.#waiting.delete(name);
        this.#kept.drop(name);
      }
    }
    this.#tell(refused ?? { is: 'saved' });
  }

  #first(): [string, T] | undefined {
    return this.#waiting.entries().next().value;
  }
}

/** Sends what waits when the page opens, hides or closes, and when the connection is back. */
export function useSending<T>(saver: Saver<T>): void {
  useEffect(() => {
    const send = () => {
      if (!saver.empty) void saver.flush();
    };
    send();
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
      send();
    };
  }, [saver]);
}
