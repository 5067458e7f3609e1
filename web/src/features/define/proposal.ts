import type { Process, Stage } from '@/api';
import { stagesOf } from './edit';

/** The lists of things that a stage needs. */
export const NEEDS = ['content', 'questions'] as const;
export type NeedsList = (typeof NEEDS)[number];

/** What is taken of a proposal. Lines are named by their path: `stages[1]`, `stages[1].target`, `stages[1].exit[0]`. */
export interface Choices {
  dropped: ReadonlySet<string>;
  /** Other words for a task, a criterion, or something needed. */
  words: Readonly<Record<string, string>>;
  /** Other target days. */
  targets: Readonly<Record<string, number>>;
}

export const NO_CHOICES: Choices = { dropped: new Set(), words: {}, targets: {} };

export const stagePath = (stage: number): string => `stages[${stage}]`;
export const targetPath = (stage: number): string => `stages[${stage}].target`;
export const taskPath = (stage: number, task: number): string => `stages[${stage}].tasks[${task}]`;
export const exitPath = (stage: number, criterion: number): string => `stages[${stage}].exit[${criterion}]`;
export const needPath = (stage: number, list: NeedsList, at: number): string => `stages[${stage}].${list}[${at}]`;

/** The choices with one line taken or dropped. */
export function withLine(choices: Choices, path: string, taken: boolean): Choices {
  const dropped = new Set(choices.dropped);
  if (taken) dropped.delete(path);
  else dropped.add(path);
  return { ...choices, dropped };
}

/** The process that is left of the proposal. */
export function accepted(process: Process, { dropped, words, targets }: Choices): Process {
  const taken = (path: string) => !dropped.has(path);
  const needs = (it: Stage, i: number, list: NeedsList) =>
    (it[list] ?? []).flatMap((need, j) => {
      const path = needPath(i, list, j);
      return taken(path) ? [{ ...need, name: words[path] ?? need.name }] : [];
    });
  const stage = (it: Stage, i: number): Stage[] => {
    if (!taken(stagePath(i))) return [];
    const target = it.target_days;
    const keepsTarget = typeof target === 'number' && taken(targetPath(i));
    return [
      {
        ...it,
        target_days: keepsTarget ? (targets[targetPath(i)] ?? target) : null,
        evidence: keepsTarget || typeof target !== 'number' ? (it.evidence ?? '') : '',
        tasks: (it.tasks ?? []).flatMap((t, j) => {
          const path = taskPath(i, j);
          return taken(path) ? [{ ...t, name: words[path] ?? t.name }] : [];
        }),
        exit: (it.exit ?? []).flatMap((c, j) => {
          const path = exitPath(i, j);
          return taken(path) ? [{ ...c, says: words[path] ?? c.says }] : [];
        }),
        content: needs(it, i, 'content'),
        questions: needs(it, i, 'questions'),
      },
    ];
  };
  return { ...process, stages: stagesOf(process).flatMap(stage) };
}

/** How many lines a process has: targets, tasks, criteria, content and questions. */
export function lineCount(process: Process): number {
  const lines = (s: Stage) =>
    (typeof s.target_days === 'number' ? 1 : 0) +
    (s.tasks ?? []).length +
    (s.exit ?? []).length +
    (s.content ?? []).length +
    (s.questions ?? []).length;
  return stagesOf(process).reduce((sum, s) => sum + lines(s), 0);
}
