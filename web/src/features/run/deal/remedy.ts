import type { Predicate, Side, Stage, Touchpoint } from '@/api';
import { given } from '@/ui/given';

/** What to do so that a criterion holds. */
export type Remedy =
  | { do: 'touch'; kind: string; side: Side; attributes: Record<string, string> }
  | { do: 'field'; name: string; choices: string[] }
  | { do: 'answer'; question: string };

/** Kinds that are not logged but come of doing something else. */
const OURS = /^(deal|stage|move|task|answer)\./i;

const touch = (kind: string, side: Side, attributes: Record<string, string> = {}): Remedy => ({
  do: 'touch',
  kind,
  side,
  attributes,
});

/** The act that would meet a predicate; none where doing something cannot (`not`). Of several, that of the first. */
export function remedy(test: Predicate, common: Touchpoint[]): Remedy | null {
  if ('event' in test) {
    const { kind, by, tag } = test.event;
    if (OURS.test(kind)) return null;
    const wanted = kind.toLowerCase();
    const like = common.filter((t) => t.kind === wanted || t.kind.startsWith(`${wanted}.`));
    const best = like.find((t) => !given(by) || t.side === by) ?? like[0];
    return touch(best?.kind ?? kind, by ?? best?.side ?? 'rep', tag ? { tag } : {});
  }
  if ('field' in test) return { do: 'field', name: test.field.name, choices: test.field.is ?? [] };
  if ('person' in test) {
    const { role, engaged } = test.person;
    return engaged === true ? touch('meeting.attended', 'prospect', { role }) : touch('meeting.held', 'rep', { role });
  }
  if ('content' in test) {
    const { kind, viewed_by } = test.content;
    return !given(viewed_by)
      ? touch('content.shared', 'rep', { content: kind })
      : touch('content.viewed', viewed_by, { content: kind });
  }
  // The questions of a qualification scheme are several; its answers are given one by one.
  if ('answer' in test) return test.answer.question ? { do: 'answer', question: test.answer.question } : null;
  if ('quote' in test) return paper(`quote.${test.quote.state}`, common);
  if ('approval' in test) return paper(`approval.${test.approval.state}`, common);
  if ('all' in test) return first(test.all, common);
  if ('any' in test) return first(test.any, common);
  return null;
}

const paper = (kind: string, common: Touchpoint[]): Remedy =>
  touch(kind, common.find((t) => t.kind === kind)?.side ?? 'rep');

function first(tests: Predicate[], common: Touchpoint[]): Remedy | null {
  for (const test of tests) {
    const found = remedy(test, common);
    if (found) return found;
  }
  return null;
}

/** Words that the criteria of a process look for, by attribute, so that a form can offer them. */
export function wordsOf(stages: Stage[]): Record<string, string[]> {
  const found = { tag: new Set<string>(), role: new Set<string>(), content: new Set<string>() };
  const read = (test: Predicate): void => {
    if ('event' in test && test.event.tag) found.tag.add(test.event.tag);
    if ('person' in test) found.role.add(test.person.role);
    if ('content' in test) found.content.add(test.content.kind);
    if ('all' in test) test.all.forEach(read);
    if ('any' in test) test.any.forEach(read);
  };
  for (const stage of stages) stage.exit?.forEach(read);
  return Object.fromEntries(Object.entries(found).map(([name, words]) => [name, [...words].sort()]));
}
