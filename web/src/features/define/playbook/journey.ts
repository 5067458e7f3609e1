import type { JourneyStep, Phase, Process } from '@/api';
import { kindOfStage, stagesOf } from '../edit';
import type { Placed } from './coverage';

export const PHASES: readonly Phase[] = ['before', 'during', 'after'];

export const phaseOf = (step: JourneyStep): Phase => step.phase ?? 'before';

/** Steps of one phase that follow each other. */
export interface PhaseBand {
  phase: Phase;
  /** Place of its first step. */
  from: number;
  steps: JourneyStep[];
}

/** The steps in their order, cut where the phase changes. */
export function bandsOf(steps: readonly JourneyStep[]): PhaseBand[] {
  const bands: PhaseBand[] = [];
  steps.forEach((step, from) => {
    const last = bands.at(-1);
    if (last?.phase === phaseOf(step)) last.steps.push(step);
    else bands.push({ phase: phaseOf(step), from, steps: [step] });
  });
  return bands;
}

/** The stages that serve a step, in the order of the process. */
export const servedBy = (process: Process, step: JourneyStep): Placed[] =>
  stagesOf(process)
    .map((stage, place) => ({ stage, place }))
    .filter(({ stage }) => step.stages?.includes(stage.id) ?? false);

/** Stages in work or after the sale that serve no step of any journey. */
export function idleStages(process: Process): Placed[] {
  const served = new Set((process.journeys ?? []).flatMap((j) => j.steps ?? []).flatMap((s) => s.stages ?? []));
  return stagesOf(process)
    .map((stage, place) => ({ stage, place }))
    .filter(({ stage }) => ['open', 'after-sale'].includes(kindOfStage(stage)) && !served.has(stage.id));
}
