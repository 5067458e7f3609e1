import type { Process, ProposalChoices } from '@/api';
import { stagesOf } from './edit';
import { type Choices, exitPath, needPath, NEEDS, NO_CHOICES, stagePath, targetPath, taskPath } from './proposal';

/** Choices with every line named by its ids: these stay when the data grows and lines change places. */
export function namedChoices(process: Process, choices: Choices): ProposalChoices {
  const names = namesOf(process);
  const named = <T>(of: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(of).map(([path, value]) => [names.get(path) ?? path, value]));
  const dropped = [...choices.dropped].map((path) => names.get(path) ?? path).sort();
  return { dropped, words: named(choices.words), targets: named(choices.targets) };
}

/** The choices of the lines that the proposal still has, by path. */
export function choicesOf(process: Process, { dropped, words, targets }: ProposalChoices): Choices {
  const taken = new Set(dropped);
  const found: { dropped: Set<string>; words: Record<string, string>; targets: Record<string, number> } = {
    dropped: new Set(),
    words: {},
    targets: {},
  };
  for (const [path, name] of namesOf(process)) {
    const [word, target] = [words[name], targets[name]];
    if (taken.has(name)) found.dropped.add(path);
    if (word !== undefined) found.words[path] = word;
    if (target !== undefined) found.targets[path] = target;
  }
  const none = found.dropped.size + Object.keys(found.words).length + Object.keys(found.targets).length === 0;
  return none ? NO_CHOICES : found;
}

/** Whether two are the same, whatever the order of their lines. */
export const sameChoices = (a: ProposalChoices, b: ProposalChoices): boolean => asText(a) === asText(b);

function asText({ dropped, words, targets }: ProposalChoices): string {
  const sorted = (of: Readonly<Record<string, unknown>>) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([[...dropped].sort(), sorted(words), sorted(targets)]);
}

/** Choices as a browser kept them; none if what is there is something else. */
export function readChoices(stored: unknown): ProposalChoices | null {
  if (typeof stored !== 'object' || stored === null || !('dropped' in stored)) return null;
  const { dropped } = stored;
  if (!Array.isArray(dropped)) return null;
  const words = 'words' in stored ? entries(stored.words, (v) => typeof v === 'string') : {};
  const targets = 'targets' in stored ? entries(stored.targets, (v) => typeof v === 'number') : {};
  return { dropped: dropped.filter((name) => typeof name === 'string'), words, targets };
}

function entries<T>(stored: unknown, is: (value: unknown) => value is T): Record<string, T> {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([name, value]): [string, T][] => (is(value) ? [[name, value]] : [])),
  );
}

/** Every line's path, and what it is called by its ids. */
function namesOf(process: Process): Map<string, string> {
  const names = new Map<string, string>();
  stagesOf(process).forEach((stage, i) => {
    names.set(stagePath(i), stage.id);
    names.set(targetPath(i), `${stage.id}.target`);
    (stage.tasks ?? []).forEach((task, j) => names.set(taskPath(i, j), `${stage.id}.tasks.${task.id}`));
    (stage.exit ?? []).forEach((exit, j) => names.set(exitPath(i, j), `${stage.id}.exit.${exit.id}`));
    for (const list of NEEDS)
      (stage[list] ?? []).forEach((need, j) => names.set(needPath(i, list, j), `${stage.id}.${list}.${need.id}`));
  });
  return names;
}
