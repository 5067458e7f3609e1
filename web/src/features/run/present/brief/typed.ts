import type { AgendaItem, Brief, BriefChoices, BriefPerson } from '@/api';

/** A brief as it is typed: lists are lines. */
export interface TypedBrief {
  meeting: string;
  persona: string;
  useCases: string;
  pains: string;
  ours: string;
  theirs: string;
  /** Ids of objections of the process, with the answer that was chosen; empty for the best one. */
  objections: { id: string; says: string; answer: string }[];
  proof: string[];
  agenda: string;
  note: string;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const personLine = ({ name, part }: BriefPerson): string => (part ? `${name}, ${part}` : name);

/** A name, and after the first comma what they are there for. */
function personOf(line: string): BriefPerson {
  const comma = line.indexOf(',');
  if (comma < 0) return { name: line, part: '' };
  return { name: line.slice(0, comma).trim(), part: line.slice(comma + 1).trim() };
}

/** What the brief says now, to be changed. */
export function typedOf(brief: Brief, choices: BriefChoices): TypedBrief {
  const chosen = new Map((choices.objections ?? []).map((o) => [o.id === '' ? o.says : o.id, o.answer]));
  return {
    meeting: brief.meeting?.id ?? '',
    persona: brief.persona?.id ?? '',
    useCases: brief.use_cases.join('\n'),
    pains: brief.pains.join('\n'),
    ours: brief.ours.map(personLine).join('\n'),
    theirs: brief.theirs.map(personLine).join('\n'),
    objections: brief.objections.map(({ id, says }) => ({ id, says, answer: chosen.get(id === '' ? says : id) ?? '' })),
    proof: brief.proof.map((p) => p.id),
    agenda: brief.agenda.map((item) => `${item.minutes} ${item.what}`).join('\n'),
    note: brief.note,
  };
}

/** A part of the agenda; none where the line does not begin with minutes. */
function partOf(line: string): AgendaItem | null {
  const found = /^(\d{1,4})\s*(?:min\.?|')?\s+(.+)$/i.exec(line);
  return found ? { minutes: Number(found[1]), what: found[2] ?? '', from: '' } : null;
}

/** The first line of an agenda that cannot be read. */
export const wrongPart = (agenda: string): string | undefined => lines(agenda).find((line) => partOf(line) === null);

/** Nothing is chosen: all of it is filled in. */
export const NOTHING: BriefChoices = {
  meeting: null,
  persona: null,
  use_cases: null,
  pains: null,
  ours: null,
  theirs: null,
  objections: null,
  proof: null,
  agenda: null,
  note: '',
};

/** What is sent: what differs from what would be filled in by itself is not known here, so all of it. */
export function choicesOf(typed: TypedBrief): BriefChoices {
  return {
    meeting: typed.meeting === '' ? null : typed.meeting,
    persona: typed.persona,
    use_cases: lines(typed.useCases),
    pains: lines(typed.pains),
    ours: lines(typed.ours).map(personOf),
    theirs: lines(typed.theirs).map(personOf),
    objections: typed.objections.map(({ id, says, answer }) => ({ id, says: id === '' ? says : '', answer })),
    proof: typed.proof,
    agenda: lines(typed.agenda).flatMap((line) => partOf(line) ?? []),
    note: typed.note,
  };
}
