import type { Reply } from '@/api';
import { type Kept, keptAt } from '@/app/kept';

/** Answers about a deal that the server has not got yet, by question. */
export const keptFor = (deal: string, storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Kept<Reply> =>
  keptAt(`stagecraft.interview.${deal}`, readReply, storage);

function readReply(value: unknown): Reply | null {
  if (typeof value !== 'object' || value === null || !('said' in value) || !Array.isArray(value.said)) return null;
  const said = value.said.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('text' in entry)) return [];
    const note = 'note' in entry ? String(entry.note) : '';
    return [{ text: String(entry.text), note }];
  });
  return { forgotten: 'forgotten' in value && value.forgotten === true, said };
}
