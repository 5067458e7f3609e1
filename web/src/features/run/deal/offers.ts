import type { Objection, Process, Stage } from '@/api';
import { kindName } from '@/features/define/playbook/words';
import { m } from './messages';

/** Something to choose in a form: its words, and what is sent for them. */
export interface Offer {
  id: string;
  words: string;
  /** Under which heading it stands; none: alone. */
  group: string;
  /** It is found by this too. */
  kind?: string;
}

/** The same words twice could not be told apart. */
const distinct = (offers: Offer[]): Offer[] =>
  offers.map((offer, i) => {
    const twice = offers.some((other, j) => j !== i && other.words === offer.words);
    return twice ? { ...offer, words: `${offer.words} (${offer.id})` } : offer;
  });

/** Those of the stage first, then by kind as the kinds come. */
function grouped(offers: Required<Offer>[], isHere: (id: string) => boolean): Offer[] {
  const here = offers.filter((o) => isHere(o.id)).map((o) => ({ ...o, group: m.touch.here }));
  const others = offers.filter((o) => !isHere(o.id));
  const kinds = [...new Set(others.map((o) => o.group))];
  return distinct([...here, ...kinds.flatMap((kind) => others.filter((o) => o.group === kind))]);
}

/** The content of the library, that of the stage first. */
export function contentOffers(process: Process | null, stage: Stage | undefined): Offer[] {
  const library = process?.library ?? [];
  const needed = new Set(stage?.content?.flatMap(({ item }) => item ?? []));
  const own = new Set(library.filter((c) => stage && c.stages?.includes(stage.id)).map((c) => c.id));
  const offers = library.map(({ id, name, kind }) => ({ id, words: name || id, group: kindName(kind), kind }));
  return grouped(offers, (id) => needed.has(id) || own.has(id));
}

/** The objections of the process, those that the stage anticipates first. */
export function objectionOffers(process: Process | null, stage: Stage | undefined): Offer[] {
  const expected = stage?.objections ?? [];
  const all = process?.objections ?? [];
  const offers = all.map(({ id, says, kind }) => ({ id, words: says || id, group: kindName(kind), kind }));
  return grouped(offers, (id) => expected.includes(id));
}

/** What can be said to an objection. */
export const answerOffers = (objection: Objection | undefined): Offer[] =>
  distinct((objection?.answers ?? []).map(({ id, says }) => ({ id, words: says || id, group: '' })));

/** Bare words. */
export const wordOffers = (words: readonly string[], group = ''): Offer[] =>
  words.map((word) => ({ id: word, words: word, group }));

/** What is sent for a text: the id of what it names, else the text itself. */
export function sentFor(offers: readonly Offer[], text: string): string {
  const plain = text.trim();
  return offers.find((o) => o.words === plain)?.id ?? plain;
}

/** The words for what is sent. */
export const wordsFor = (offers: readonly Offer[], sent: string): string =>
  offers.find((o) => o.id === sent)?.words ?? sent;

/** Those that a text finds, by words or kind; all of them once one is chosen. */
export function found(offers: readonly Offer[], text: string): Offer[] {
  const plain = text.trim().toLowerCase();
  if (plain === '' || offers.some((o) => o.words.toLowerCase() === plain && o.id !== o.words)) return [...offers];
  return offers.filter((o) => [o.words, o.kind ?? '', o.group].some((t) => t.toLowerCase().includes(plain)));
}

/** Offers under their headings, in their order. */
export function headed(offers: readonly Offer[]): { group: string; items: string[] }[] {
  const groups = [...new Set(offers.map((o) => o.group))];
  return groups.map((group) => ({ group, items: offers.filter((o) => o.group === group).map((o) => o.words) }));
}
