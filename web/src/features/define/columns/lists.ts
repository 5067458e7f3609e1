import type { Commitment, Criterion, Need, Process, Stage, Task } from '@/api';
import { freshId, moved, stagesOf, withStages } from '../edit';

/** What the lists of a stage hold. */
interface Items {
  tasks: Task;
  commitments: Commitment;
  exit: Criterion;
  content: Need;
  questions: Need;
}

export type ListName = keyof Items;
export type Item<L extends ListName> = Items[L];

/** The lists of a stage in the order in which they are read. */
export const LIST_NAMES = ['tasks', 'commitments', 'exit', 'content', 'questions'] as const satisfies ListName[];

interface Lens<T> {
  of: (stage: Stage) => T[];
  put: (stage: Stage, items: T[]) => Stage;
}

const LENSES: { readonly [L in ListName]: Lens<Items[L]> } = {
  tasks: { of: (s) => s.tasks ?? [], put: (s, tasks) => ({ ...s, tasks }) },
  commitments: { of: (s) => s.commitments ?? [], put: (s, commitments) => ({ ...s, commitments }) },
  exit: { of: (s) => s.exit ?? [], put: (s, exit) => ({ ...s, exit }) },
  content: { of: (s) => s.content ?? [], put: (s, content) => ({ ...s, content }) },
  questions: { of: (s) => s.questions ?? [], put: (s, questions) => ({ ...s, questions }) },
};

export function itemsOf<L extends ListName>(stage: Stage, list: L): Item<L>[] {
  const lens: Lens<Items[L]> = LENSES[list];
  return lens.of(stage);
}

export function withItems<L extends ListName>(stage: Stage, list: L, items: Item<L>[]): Stage {
  const lens: Lens<Items[L]> = LENSES[list];
  return lens.put(stage, items);
}

/** The place of a thing: of which stage, and where in its list. */
export interface Place {
  stage: number;
  at: number;
}

/**
 * The process with a thing carried to another place of the same list or of that list in another stage, where it gets
 * another id if its own is taken. Unchanged where it is there already or there is no such place.
 */
export function carried(process: Process, list: ListName, from: Place, to: Place): Process {
  const stages = stagesOf(process);
  const [source, target] = [stages[from.stage], stages[to.stage]];
  if (!source || !target) return process;
  if (from.stage === to.stage) {
    const items = itemsOf(source, list);
    const last = items.length - 1;
    const at = Math.min(to.at, last);
    if (at === from.at || at < 0 || from.at > last) return process;
    const next = withItems(source, list, moved(items, from.at, at));
    return withStages(
      process,
      stages.map((s, i) => (i === from.stage ? next : s)),
    );
  }
  const item = itemsOf(source, list)[from.at];
  if (!item) return process;
  const there = itemsOf(target, list);
  const landed = {
    ...item,
    id: freshId(
      item.id,
      there.map((t) => t.id),
      'item',
    ),
  };
  const at = Math.min(Math.max(0, to.at), there.length);
  const left = withItems(
    source,
    list,
    itemsOf(source, list).filter((_, i) => i !== from.at),
  );
  const reached = withItems(target, list, [...there.slice(0, at), landed, ...there.slice(at)]);
  return withStages(
    process,
    stages.map((s, i) => (i === from.stage ? left : i === to.stage ? reached : s)),
  );
}

/** Where a thing lands that is dropped beside another one: counted without itself, as moving needs it. */
export function landing(from: Place, beside: Place, edge: 'before' | 'after'): Place {
  const at = beside.at + (edge === 'after' ? 1 : 0);
  return { stage: beside.stage, at: from.stage === beside.stage && from.at < at ? at - 1 : at };
}

/** A key for each thing of a list, by its id; things that share one get keys of their own. */
export function keysOf(items: readonly { id: string }[]): string[] {
  const seen = new Map<string, number>();
  return items.map(({ id }) => {
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    return times === 0 ? id : `${id}#${times}`;
  });
}
