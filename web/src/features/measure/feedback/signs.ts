import type { FeedbackStage } from '@/api';
import type { SaidAt } from './SayWhatHinders';

/** How much is open at a stage with all its parts, or at one part of it; nothing where the process is not known. */
export function openAt(stages: readonly FeedbackStage[] | undefined, { process, stage, part }: SaidAt): number {
  const here = stages?.find((one) => one.process === process && one.stage === stage);
  if (!part) return here?.open_negative ?? 0;
  return here?.parts.find((one) => one.kind === part.kind && one.id === part.id)?.open_negative ?? 0;
}
