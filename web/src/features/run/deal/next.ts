import type { CriterionVerdict, DealView, StageName, TaskState } from '@/api';

/** The one thing to do next for a deal. */
export type Step =
  | { is: 'no-process' }
  | { is: 'unknown-stage'; stage: string | null }
  | { is: 'closed' }
  | { is: 'criterion'; verdict: CriterionVerdict }
  | { is: 'move'; to: StageName }
  | { is: 'task'; task: TaskState }
  | { is: 'nothing' };

/** What to do next: what keeps the deal from its next stage, then going there; where there is none, a task. */
export function nextStep(view: DealView): Step {
  if (view.path.length === 0) return { is: 'no-process' };
  if (view.deal.outcome !== 'open') return { is: 'closed' };
  if (!view.stage) return { is: 'unknown-stage', stage: view.deal.stage ?? null };
  const unmet = view.exit.find((c) => c.required && !c.met);
  if (unmet) return { is: 'criterion', verdict: unmet };
  if (view.next_stage) return { is: 'move', to: view.next_stage };
  const task = view.tasks.find((t) => !t.done);
  return task ? { is: 'task', task } : { is: 'nothing' };
}
