import type { Process, Scheme, SchemeQuestion } from '@/api';
import { stagesOf } from '../edit';
import { asks } from './references';

/** Whether two words are one but for case, hyphens and underscores: `not-yet`, `Not yet`. */
export function sameWord(a: string, b: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase().replaceAll(/[-_]/g, ' ');
  return plain(a) === plain(b);
}

/** Points of an answer to a question: those of its name, else the question's own (1 by default); 0 if empty. */
export function points({ scores = {}, points: own }: SchemeQuestion, answer: string): number {
  if (answer.trim() === '') return 0;
  const named = Object.entries(scores).find(([name]) => sameWord(name, answer));
  return named ? named[1] : (own ?? 1);
}

/** The most that a question can give. */
export const mostPoints = ({ scores = {}, points: own }: SchemeQuestion): number =>
  Math.max(0, ...Object.values(scores), own ?? 1);

/** Points of all answers, by the ids of the questions. */
export const total = ({ questions = [] }: Scheme, answers: Record<string, string>): number =>
  questions.reduce((sum, question) => sum + points(question, answers[question.id] ?? ''), 0);

/** A criterion that asks for a scheme. */
export interface Use {
  stage: string;
  place: number;
  says: string;
  required: boolean;
}

/** Where a scheme is asked for before a deal goes on. */
export const usesOf = (process: Process, scheme: string): Use[] =>
  stagesOf(process).flatMap(({ name, exit = [] }, place) =>
    exit
      .filter((c) => asks(c, scheme))
      .map(({ says, required }) => ({ stage: name, place, says, required: required !== false })),
  );
