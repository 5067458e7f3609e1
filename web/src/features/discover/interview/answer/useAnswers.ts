import { useState } from 'react';
import type { FormDeal, Reply } from '@/api';
import { Saver, type SaveState, useSending } from '@/app/saver';
import type { Answers } from './flow';
import { keptFor } from './kept';
import { sendAnswer } from './queries';

/** Milliseconds after the last letter until what was typed is sent. */
const AFTER_TYPING = 700;

/** The answers about a deal, and their way to the server. */
export function useAnswers(token: string, deal: FormDeal) {
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const [answers, setAnswers] = useState<Answers>(() => ({ ...deal.answers, ...keptFor(deal.id).all() }));
  const [saver] = useState(
    () => new Saver((question, reply) => sendAnswer(token, deal.id, question, reply), setState, keptFor(deal.id)),
  );
  useSending(saver);
  const set = (question: string, reply: Reply, now: boolean) => {
    setAnswers((before) => ({ ...before, [question]: reply }));
    saver.put(question, reply, now ? 0 : AFTER_TYPING);
  };
  return { answers, set, state, flush: () => saver.flush() };
}
