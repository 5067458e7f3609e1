import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ToDo } from '@/api';
import { useKeys } from '@/app/keys';
import { useAfter, useRefused } from '@/features/run/queries';
import { tellAct } from '@/ui/ActNote';
import { tell } from '@/ui/toast';
import { lineKey } from './lines';
import { m } from './messages';
import { type Act, send } from './queries';

interface Wish {
  line: ToDo;
  act: Act;
}

/**
 * Ticking lines off: they go at once and come back if the server refuses, or when it is taken back (`u`, or the note's
 * button). `gone` has the keys of those that the server's list may still hold.
 */
export function useActs() {
  const queries = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const undo = useRef<(() => void) | null>(null);
  const after = useAfter();
  const refused = useRefused();
  const show = (line: ToDo) => setGone((all) => new Set([...all].filter((key) => key !== lineKey(line))));
  const { mutate } = useMutation({
    mutationFn: ({ line, act }: Wish) => send(line, act),
    meta: { quiet: true },
    onMutate: ({ line, act }) => {
      if (act !== 'again') setGone((all) => new Set([...all, lineKey(line)]));
    },
    onError: (error, { line }) => {
      show(line);
      refused(error);
    },
    onSuccess: async (view, wish) => {
      after(view);
      said(wish);
      await queries.invalidateQueries({ queryKey: ['my-day'] });
      show(wish.line);
    },
  });
  const said = ({ line, act }: Wish) => {
    if (act === 'again') {
      tell(m.told.back(line.what));
      return;
    }
    const takeBack = () => {
      undo.current = null;
      hide();
      mutate({ line, act: 'again' });
    };
    const word = act === 'done' && line.kind === 'commitment' ? 'kept' : act;
    const hide = tellAct(m.told[word](line.what), m.told.undo, takeBack);
    undo.current = takeBack;
  };
  useKeys({ u: () => undo.current?.() });
  return { gone, act: (line: ToDo, act: Act) => mutate({ line, act }) };
}
