import type { Commitment, Criterion, Finding, Need, Predicate, Process, Stage, StageKind, Task } from '@/api';
import { beginning, TEST_KINDS, testOf } from './predicate';

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

/** The process without a stage, and without what names it: moves to it, steps and content for it. */
export function withoutStage(process: Process, at: number): Process {
  const gone = stagesOf(process)[at]?.id;
  const others = (ids: string[] = []) => ids.filter((id) => id !== gone);
  const stages = without(stagesOf(process), at).map((s) => (s.moves ? { ...s, moves: others(s.moves) } : s));
  const { journeys = [], library = [] } = process;
  return {
    ...withStages(process, stages),
    journeys: journeys.map((j) => ({
      ...j,
      steps: (j.steps ?? []).map((step) => ({ ...step, stages: others(step.stages) })),
    })),
    library: library.map((c) => ({ ...c, stages: others(c.stages) })),
  };
}

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

export function newNeed(needs: readonly Need[], name = ''): Need {
  const ids = needs.map((n) => n.id);
  return { id: freshId(name, ids, 'item'), name };
}

export function newCriterion(exit: readonly Criterion[], says = ''): Criterion {
  const ids = exit.map((c) => c.id);
  return { id: freshId(says, ids, 'criterion'), says, required: true, ...beginning('event') };
}

/** A commitment that nothing shows yet. */
export function newCommitment(commitments: readonly Commitment[], says = ''): Commitment[] {
  const ids = commitments.map((c) => c.id);
  const made: unknown = { id: freshId(says, ids, 'commitment'), says };
  return isCommitment(made) ? [made] : [];
}

/** The API's types demand a predicate of a commitment; the API itself does not. */
const isCommitment = (made: unknown): made is Commitment =>
  typeof made === 'object' && made !== null && 'id' in made && 'says' in made;

/** What shows that a commitment was kept; none where nothing does. */
export const shownBy = (commitment: Commitment): Predicate | null =>
  TEST_KINDS.some((kind) => kind in commitment) ? testOf(commitment) : null;

/** The commitment shown by something else, or by nothing. */
export function withShown(commitment: Commitment, test: Predicate | null): Commitment {
  const rest = Object.entries(commitment).filter(([key]) => !TEST_KINDS.some((kind) => kind === key));
  const made: unknown = { ...Object.fromEntries(rest), ...test };
  return isCommitment(made) ? made : commitment;
}

/** Whether a finding is about this part of the process or something in it: `stages[1].exit[0]`. */
export const isAt = (finding: Finding, path: string): boolean =>
  finding.path === path || finding.path.startsWith(`${path}.`) || finding.path.startsWith(`${path}[`);

/** Findings about the stage itself, not about its tasks and criteria. */
export const ofStageItself = (findings: readonly Finding[], at: number): Finding[] =>
  findings.filter((f) => isAt(f, `stages[${at}]`) && !/\.(tasks|commitments|exit|content|questions)\[/.test(f.path));

/** The place of the stage that a finding is about. */
export function stageAt(finding: Finding): number | null {
  const place = /^stages\[(\d+)\]/.exec(finding.path)?.[1];
  return place === undefined ? null : Number(place);
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((f) => f.level === 'error');

/** Rules about what a stage asks for before a deal leaves it. */
const ABOUT_EXIT = ['P106', 'P107', 'P130', 'P140'];

export const isAboutExit = (finding: Finding): boolean => ABOUT_EXIT.includes(finding.code);
