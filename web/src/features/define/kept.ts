import type { Process } from '@/api';
import { stagesOf } from './edit';
import { type Choices, exitPath, needPath, NEEDS, NO_CHOICES, stagePath, targetPath, taskPath } from './proposal';

const PREFIX = 'stagecraft.proposal.';

/** What was chosen of a proposal, kept in the browser until it is saved, so that the page can be left at any time. */
export interface KeptChoices {
  /** What was chosen, of the lines that the proposal still has. */
  read: (process: Process) => Choices;
  write: (process: Process, choices: Choices) => void;
  forget: () => void;
}

/** The choices of one person. A browser that keeps nothing is no reason to stop. */
export function keptChoices(
  user: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
): KeptChoices {
  const at = PREFIX + user;
  const forget = () => {
    try {
      storage.removeItem(at);
    } catch {
      // Nothing is kept there.
    }
  };
  return {
    forget,
    read: (process) => {
      try {
        return choicesOf(process, JSON.parse(storage.getItem(at) ?? '{}'));
      } catch {
        return NO_CHOICES;
      }
    },
    write: (process, choices) => {
      const names = namesOf(process);
      const named = <T>(of: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(of).map(([path, value]) => [names.get(path) ?? path, value]));
      const dropped = [...choices.dropped].map((path) => names.get(path) ?? path);
      try {
        const text = JSON.stringify({ dropped, words: named(choices.words), targets: named(choices.targets) });
        storage.setItem(at, text);
      } catch {
        // The page still holds them.
      }
    },
  };
}

/** Every line's path, and what it is called by its ids: these stay when the data grows and lines change places. */
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

function choicesOf(process: Process, stored: unknown): Choices {
  if (typeof stored !== 'object' || stored === null) return NO_CHOICES;
  const dropped = 'dropped' in stored && Array.isArray(stored.dropped) ? stored.dropped : [];
  const words = 'words' in stored ? entries(stored.words) : {};
  const targets = 'targets' in stored ? entries(stored.targets) : {};
  const found: { dropped: Set<string>; words: Record<string, string>; targets: Record<string, number> } = {
    dropped: new Set(),
    words: {},
    targets: {},
  };
  for (const [path, name] of namesOf(process)) {
    const [word, target] = [words[name], targets[name]];
    if (dropped.includes(name)) found.dropped.add(path);
    if (typeof word === 'string') found.words[path] = word;
    if (typeof target === 'number') found.targets[path] = target;
  }
  const none = found.dropped.size + Object.keys(found.words).length + Object.keys(found.targets).length === 0;
  return none ? NO_CHOICES : found;
}

const entries = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
