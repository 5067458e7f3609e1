import type { Content, Objection, Process, Stage } from '@/api';

/** Content that a stage needs: the piece of the library, or what it is in words where the library has none. */
export interface Needed {
  /** What is sent when it was shared. */
  id: string;
  name: string;
  item: Content | undefined;
}

/** What a stage wants a rep to have at hand. */
export interface Hand {
  objections: Objection[];
  content: Needed[];
}

/** What a stage anticipates and needs, as far as its process has it. */
export function handOf(process: Process, stage: Stage): Hand {
  const objections = (stage.objections ?? []).flatMap((id) => process.objections?.find((o) => o.id === id) ?? []);
  const content = (stage.content ?? []).map(({ name, item: id }): Needed => {
    const item = itemOf(process, id);
    const title = item === undefined || item.name === '' ? name : item.name;
    return { id: item?.id ?? title, name: title, item };
  });
  return { objections, content };
}

/** A piece of the library. */
export const itemOf = (process: Process, id: string | undefined): Content | undefined =>
  process.library?.find((c) => c.id === id);
