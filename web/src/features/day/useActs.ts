import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ToDo } from '@/api';
import { tellUndo } from '@/app/undo';
import { useAfter, useRefused } from '@/features/run/queries';
import { tell } from '@/ui/toast';
import { lineKey } from './lines';
import { m } from './messages';
import { type Act, type LineAct, send } from './queries';

interface Wish {
  line: ToDo;
  act: Act;
  /** Closes the note that said so. */
  forget?: () => void;
}

/**
 * Ticking lines off: they go at once and come back if the server refuses, or when it is taken back (`u`, or the note's
 * button). `gone` has the keys of those that the server's list may still hold.
 */
export function useActs() {
  const queries = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const after = useAfter();
  const refused = useRefused();
  const show = (line: ToDo) => setGone((all) => new Set([...all].filter((key) => key !== lineKey(line))));
  const { mutate } = useMutation({
    mutationFn: ({ line, act }: Wish) => send(line, act),
    meta: { quiet: true },
    // One after the other, so that what is taken back at once comes after what it takes back.
    scope: { id: 'my-day' },
    onError: (error, { line, forget }) => {
      forget?.();
      show(line);
      refused(error);
    },
    onSuccess: async (view, { line, act }) => {
      after(view);
      await queries.invalidateQueries({ queryKey: ['my-day'] });
      show(line);
      if (act === 'again') tell(m.told.back(line.what));
    },
  });
  const act = (line: ToDo, what: LineAct) => {
    const word = what === 'done' && line.kind === 'commitment' ? 'kept' : what;
    const forget = tellUndo(m.told[word](line.what), m.told.undo, () => mutate({ line, act: 'again' }));
    setGone((all) => new Set([...all, lineKey(line)]));
    mutate({ line, act: what, forget });
  };
  return { gone, act };
}
