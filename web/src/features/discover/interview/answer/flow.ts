import type { FormDeal, InterviewScreen, Reply } from '@/api';

export type Answers = Readonly<Record<string, Reply>>;

/** The screens for a deal, in order. */
export const screensFor = (screens: readonly InterviewScreen[], deal: Pick<FormDeal, 'outcome'>): InterviewScreen[] =>
  screens.filter((s) => !s.only || s.only === deal.outcome);

/** Whether something was said, or that it is forgotten. */
export const isAnswered = (reply: Reply | undefined): boolean =>
  reply !== undefined && (reply.forgotten === true || reply.said?.some((s) => s.text.trim() !== '') === true);

/** Whether one of a screen's questions has an answer. */
export const isTold = (screen: InterviewScreen, answers: Answers): boolean =>
  screen.questions.some((q) => isAnswered(answers[q.id]));

/** The first screen without an answer; the first of all where every one has. */
export const firstOpen = (screens: readonly InterviewScreen[], answers: Answers): number =>
  Math.max(
    0,
    screens.findIndex((s) => !isTold(s, answers)),
  );

/** How many screens have an answer. */
export const toldCount = (screens: readonly InterviewScreen[], answers: Answers): number =>
  screens.filter((s) => isTold(s, answers)).length;

/** What was said, without what is forgotten. */
export const saidOf = (reply: Reply | undefined) => reply?.said ?? [];

/** A reply of plain texts. */
export const replyOf = (texts: string[]): Reply => ({
  forgotten: false,
  said: texts.map((text) => ({ text, note: '' })),
});

export const FORGOTTEN: Reply = { forgotten: true, said: [] };
