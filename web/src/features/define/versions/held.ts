import type { HeldDeal, LostStage, Preview, Problem, Process } from '@/api';
import { stagesOf } from '../edit';

/** The deals of a stage by two versions. */
export interface HeldLine {
  stage: string;
  name: string;
  open: number;
  /** Held by the active version. */
  now: number;
  /** Held by the other one. */
  then: number;
  deals: HeldDeal[];
}

/** By stage of a version, what it would hold and what is held now. Stages that ask for nothing are left out. */
export function heldLines({ held, held_now: before }: Pick<Preview, 'held' | 'held_now'>, process: Process | null) {
  const stages = process === null ? held : stagesOf(process).map(({ id, name }) => ({ stage: id, name }));
  return stages.flatMap(({ stage, name }): HeldLine[] => {
    const [now, then] = [before.find((s) => s.stage === stage), held.find((s) => s.stage === stage)];
    const open = then?.open ?? now?.open;
    if (open === undefined || (then === undefined && now?.held === 0)) return [];
    return [{ stage, name, open, now: now?.held ?? 0, then: then?.held ?? 0, deals: then?.deals ?? [] }];
  });
}

export const total = (stages: Preview['held']): number => stages.reduce((sum, stage) => sum + stage.held, 0);

/** What criteria say, by their ids, in a stage. */
export function criteriaOf(process: Process | null, stage: string): Map<string, string> {
  const exit = process === null ? [] : (stagesOf(process).find((s) => s.id === stage)?.exit ?? []);
  return new Map(exit.map((c) => [c.id, c.says === '' ? c.id : c.says]));
}

/** What the deals of a lost stage do that go on by their own version, as the API has it. */
export const STAY = 'stay';

/** Where the deals of lost stages go, by the stage's id. */
export type Where = Readonly<Record<string, string>>;

/** Lost stages for which nobody said where their deals go. */
export const unsaid = (lost: readonly LostStage[], where: Where): LostStage[] =>
  lost.filter(({ stage_id: id }) => (where[id] ?? '') === '');

/** The answers about stages that are lost, without those about others. */
export const answers = (lost: readonly LostStage[], where: Where): Record<string, string> =>
  Object.fromEntries(
    lost.flatMap(({ stage_id: id }) => {
      const to = where[id];
      return to === undefined || to === '' ? [] : [[id, to]];
    }),
  );

const STAGES = 'urn:stagecraft:problem:stages';

/** The lost stages that a refusal names: deals came into them after one had looked. */
export function refusedStages(problem: Problem | null): LostStage[] {
  if (problem?.type !== STAGES) return [];
  return (problem.errors ?? []).flatMap(({ field, message }) => {
    const id = /^stages\.(.+)$/.exec(field)?.[1];
    const [, name, deals] = /^(.*): (\d+)$/.exec(message) ?? [];
    return id === undefined || name === undefined ? [] : [{ stage_id: id, name, deals: Number(deals) }];
  });
}

/** Both lists, each stage once. */
export const joined = (seen: readonly LostStage[], more: readonly LostStage[]): LostStage[] => [
  ...seen,
  ...more.filter((stage) => !seen.some((s) => s.stage_id === stage.stage_id)),
];
