import type { DealEvent } from '@/api';

/** A note with where it was found. */
export interface Note {
  id: string;
  text: string;
  /** A web address; none for anything else. */
  link: string | null;
  by: string | null;
  at: string;
}

/** What a link may be: a page of the web, and nothing that runs. */
export const isLink = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** The notes of a deal, the latest first. */
export const notesOf = (events: DealEvent[]): Note[] =>
  events
    .filter((event) => event.kind === 'note')
    .map((event) => {
      const link = event.attributes?.link ?? '';
      const { id, actor, at } = event;
      return { id, text: event.attributes?.note ?? '', link: isLink(link) ? link : null, by: actor ?? null, at };
    })
    .toReversed();
