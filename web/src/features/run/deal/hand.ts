import type { Content, Objection, Process, Stage } from '@/api';

/** Content that a stage needs: the piece of the library, or what it is in words where the library has none. */
export interface Needed {
  /** What the stage calls it. */
  need: string;
  /** What is sent when it was shared. */
  id: string;
  name: string;
  item: Content | undefined;
}

/** An objection to expect, why, and how its answers did, by their ids. */
export interface Expected {
  objection: Objection;
  because: string;
  known: Readonly<Record<string, string>>;
  /** They raised it in this deal and did not settle it. */
  raised: boolean;
}

/** What is anticipated in a deal, and what the order of the answers rests on. */
export interface Anticipated {
  objections: Expected[];
  /** In a sentence; empty where it rests on nothing. */
  figures: string;
}

/** What a stage wants a rep to have at hand. */
export interface Hand {
  objections: Expected[];
  content: Needed[];
}

/** What a stage needs, and what it anticipates as far as its process has it; else what is anticipated in this deal. */
export function handOf(process: Process, stage: Stage, anticipated?: Anticipated): Hand {
  const ofStage = (stage.objections ?? []).flatMap((id) => process.objections?.find((o) => o.id === id) ?? []);
  const objections =
    anticipated?.objections ?? ofStage.map((objection) => ({ objection, because: '', known: {}, raised: false }));
  const content = (stage.content ?? []).map(({ id: need, name, item: id }): Needed => {
    const item = itemOf(process, id);
    const title = item === undefined || item.name === '' ? name : item.name;
    return { need, id: item?.id ?? title, name: title, item };
  });
  return { objections, content };
}

/** A piece of the library. */
export const itemOf = (process: Process, id: string | undefined): Content | undefined =>
  process.library?.find((c) => c.id === id);
