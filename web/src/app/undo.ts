import { useEffect } from 'react';
import { tellAct } from '@/ui/ActNote';
import { useKeys } from './keys';

/** Acts that can be taken back, the last one last. */
const acts: (() => void)[] = [];

/** Most acts that are remembered. */
const MOST = 20;

/**
 * Says that something was done; its button, `u` and Ctrl+Z take it back. Gives back how to forget it, for what was not
 * done after all.
 */
export function tellUndo(says: string, label: string, takeBack: () => void): () => void {
  const forget = () => {
    const at = acts.lastIndexOf(act);
    if (at >= 0) acts.splice(at, 1);
    hide();
  };
  const act = () => {
    forget();
    takeBack();
  };
  const hide = tellAct(says, label, act);
  acts.push(act);
  if (acts.length > MOST) acts.shift();
  return forget;
}

/** Nothing that was done before can be taken back any more. */
export const forgetActs = (): void => void acts.splice(0);

const undo = () => acts.at(-1)?.();

const FIELD = 'input, textarea, select, [contenteditable="true"]';

/** Takes the last act back by `u` or Ctrl+Z; in a field Ctrl+Z stays the field's. Used once, by the shell. */
export function useUndoKeys(): void {
  useKeys({ u: undo });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'z';
      const inField = event.target instanceof Element && event.target.closest(FIELD) !== null;
      if (!wanted || inField || acts.length === 0) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
