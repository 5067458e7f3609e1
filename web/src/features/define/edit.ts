import type { Criterion, Finding, Need, Process, Stage, StageKind, Task } from '@/api';
import { beginning } from './predicate';

/** The list with one thing changed. */
export const replaced = <T>(list: readonly T[], at: number, thing: T): T[] =>
  list.map((t, i) => (i === at ? thing : t));

/** The list without the thing at a place. */
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

/** The list with a thing moved; unchanged where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const thing = list[from];
  if (thing === undefined || to < 0 || to >= list.length) return [...list];
  const rest = without(list, from);
  return [...rest.slice(0, to), thing, ...rest.slice(to)];
}

/** A short id of a name that none of the others has: `Closed – Won!` is `closed-won`, the next one `closed-won-2`. */
export function freshId(name: string, taken: readonly string[], fallback: string): string {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((w) => w !== '');
  const base = words.length > 0 ? words.join('-') : fallback;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

export const stagesOf = (process: Process): Stage[] => process.stages ?? [];
export const kindOfStage = (stage: Stage): StageKind => stage.kind ?? 'open';

export const withStages = (process: Process, stages: Stage[]): Process => ({ ...process, stages });

/** The process with a changed stage. */
export const withStage = (process: Process, at: number, stage: Stage): Process =>
  withStages(process, replaced(stagesOf(process), at, stage));

/** The process with a new stage after a place. */
export function withNewStage(process: Process, after: number, name: string): Process {
  const stages = stagesOf(process);
  const ids = stages.map((s) => s.id);
  const stage: Stage = { id: freshId(name, ids, 'stage'), name, tasks: [], exit: [] };
  return withStages(process, [...stages.slice(0, after + 1), stage, ...stages.slice(after + 1)]);
}

export function newTask(tasks: readonly Task[], name = ''): Task {
  const ids = tasks.map((t) => t.id);
  return { id: freshId(name, ids, 'task'), name, owner: 'rep' };
}

export function newNeed(needs: readonly Need[]): Need {
  const ids = needs.map((n) => n.id);
  return { id: freshId('', ids, 'item'), name: '' };
}

export function newCriterion(exit: readonly Criterion[]): Criterion {
  const ids = exit.map((c) => c.id);
  return { id: freshId('', ids, 'criterion'), says: '', required: true, ...beginning('event') };
}

/** Whether a finding is about this part of the process or something in it: `stages[1].exit[0]`. */
export const isAt = (finding: Finding, path: string): boolean =>
  finding.path === path || finding.path.startsWith(`${path}.`) || finding.path.startsWith(`${path}[`);

/** Findings about the stage itself, not about its tasks and criteria. */
export const ofStageItself = (findings: readonly Finding[], at: number): Finding[] =>
  findings.filter((f) => isAt(f, `stages[${at}]`) && !/\.(tasks|exit|content|questions)\[/.test(f.path));

/** The place of the stage that a finding is about. */
export function stageAt(finding: Finding): number | null {
  const place = /^stages\[(\d+)\]/.exec(finding.path)?.[1];
  return place === undefined ? null : Number(place);
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.level === 'error');
