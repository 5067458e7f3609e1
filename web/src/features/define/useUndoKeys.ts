import { useEffect, useRef } from 'react';
import type { Editing } from './useDraft';

/** Ctrl (or ⌘) Z takes the last edit back, with Shift it comes again. What an editor of text takes for itself is left to it. */
export function useUndoKeys(editing: Pick<Editing, 'undo' | 'redo' | 'canUndo' | 'canRedo'>): void {
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      const { undo, redo, canUndo, canRedo } = latest.current;
      if (event.shiftKey ? canRedo : canUndo) {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
