import type { Content, DealView, NewCall, Process, SchemeScore, Stage } from '@/api';
import { keptAt } from '@/app/kept';
import { itemOf } from '../deal/hand';

/** A call as it is typed. */
export interface CallDraft {
  /** By id of the question. */
  answers: Record<string, string>;
  theirs: string[];
  outcome: string;
  tag: string;
  commitment: string;
  due: string;
  note: string;
}

export const EMPTY: CallDraft = {
  answers: {},
  theirs: [],
  outcome: 'talked',
  tag: '',
  commitment: '',
  due: '',
  note: '',
};

/** A question of the guide, with what is known of it. */
export interface Asked {
  id: string;
  asks: string;
  /** Answers to choose from. */
  choices: string[];
  known: { answer: string; by: string | null } | null;
  /** The question list or script that it comes with. */
  item: Content | undefined;
}

/** The questions of the stage, then those of the qualification that it does not have. */
export function questionsOf(
  process: Process | null,
  stage: Stage | undefined,
  schemes: readonly SchemeScore[],
  view: Pick<DealView, 'events'>,
): Asked[] {
  const scored = new Map(schemes.flatMap((scheme) => scheme.questions).map((q) => [q.id, q]));
  const of = (id: string, asks: string, item: Content | undefined): Asked => ({
    id,
    asks,
    choices: scored.get(id)?.answers ?? [],
    known: knownOf(view, id),
    item,
  });
  const own = (stage?.questions ?? []).map(({ id, name, item }) =>
    of(id, name, process ? itemOf(process, item) : undefined),
  );
  const others = [...scored.values()].filter((q) => !own.some((asked) => asked.id === q.id));
  return [...own, ...others.map((q) => of(q.id, q.asks, undefined))];
}

function knownOf({ events }: Pick<DealView, 'events'>, question: string): Asked['known'] {
  const last = events.findLast((e) => e.kind === 'answer.given' && e.attributes?.question === question);
  const answer = last?.attributes?.answer?.trim() ?? '';
  return answer === '' ? null : { answer, by: last?.actor ?? null };
}

/** Kinds of content that tell what to say. */
const TRACKS = new Set(['call-script', 'question-list', 'talk-track']);

/** What to say in the stage: scripts and lists with a text. */
export function tracksOf(process: Process | null, stage: Stage | undefined): Content[] {
  if (!process || !stage) return [];
  const needed = new Set([
    ...(stage.content ?? []).map((need) => need.item ?? ''),
    ...(stage.questions ?? []).map((need) => need.item ?? ''),
    ...(stage.tasks ?? []).map((task) => task.template ?? ''),
  ]);
  return (process.library ?? []).filter(
    (c) => TRACKS.has(c.kind) && (c.text ?? '') !== '' && (needed.has(c.id) || c.stages?.includes(stage.id)),
  );
}

/** What is sent: answers that were typed, and what was agreed on. */
export function callOf(draft: CallDraft, stage: string): NewCall {
  const { answers, theirs, outcome, tag, commitment, due, note } = draft;
  return {
    answers: Object.entries(answers).flatMap(([question, answer]) =>
      answer.trim() === '' ? [] : [{ question, answer: answer.trim() }],
    ),
    theirs,
    outcome,
    tag: tag.trim(),
    note: note.trim(),
    ...(commitment === '' ? {} : { commitment: { stage, commitment, due } }),
  };
}

/** Calls that are being typed, by deal, kept in the browser so that a closed page loses nothing. */
export const drafts = keptAt<CallDraft>('stagecraft.calls', read);

function read(stored: unknown): CallDraft | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const found = new Map<string, unknown>(Object.entries(stored));
  const text = (name: string): string => {
    const value = found.get(name);
    return typeof value === 'string' ? value : '';
  };
  const theirs = found.get('theirs');
  const answers = found.get('answers');
  return {
    answers: texts(typeof answers === 'object' && answers !== null ? answers : {}),
    theirs: Array.isArray(theirs) ? theirs.filter((name) => typeof name === 'string') : [],
    outcome: text('outcome'),
    tag: text('tag'),
    commitment: text('commitment'),
    due: text('due'),
    note: text('note'),
  };
}

const texts = (stored: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(stored).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** Whether anything was typed. */
export const isTyped = (draft: CallDraft): boolean => JSON.stringify(draft) !== JSON.stringify(EMPTY);
