import type { Reply } from '@/api';

const PREFIX = 'stagecraft.interview.';

/** Answers that the server has not got yet, kept in the browser so that a closed page loses nothing. */
export interface Kept {
  put: (question: string, reply: Reply) => void;
  drop: (question: string) => void;
  all: () => Record<string, Reply>;
}

/** What is kept for a deal. A browser that keeps nothing is no reason to stop. */
export function keptFor(
  deal: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
): Kept {
  const name = PREFIX + deal;
  const all = (): Record<string, Reply> => {
    try {
      return readAll(JSON.parse(storage.getItem(name) ?? '{}'));
    } catch {
      return {};
    }
  };
  const write = (replies: Record<string, Reply>) => {
    try {
      if (Object.keys(replies).length === 0) storage.removeItem(name);
      else storage.setItem(name, JSON.stringify(replies));
    } catch {
      // The page still holds them.
    }
  };
  return {
    all,
    put: (question, reply) => write({ ...all(), [question]: reply }),
    drop: (question) => write(Object.fromEntries(Object.entries(all()).filter(([q]) => q !== question))),
  };
}

function readAll(stored: unknown): Record<string, Reply> {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).flatMap(([question, value]) => readReply(question, value)));
}

function readReply(question: string, value: unknown): [string, Reply][] {
  if (typeof value !== 'object' || value === null || !('said' in value) || !Array.isArray(value.said)) return [];
  const said = value.said.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('text' in entry)) return [];
    const note = 'note' in entry ? String(entry.note) : '';
    return [{ text: String(entry.text), note }];
  });
  return [[question, { forgotten: 'forgotten' in value && value.forgotten === true, said }]];
}
