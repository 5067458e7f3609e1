import type { Criterion, Predicate, Side } from '@/api';
import { given } from '@/ui/given';
import { m } from './messages';
import type { Vocabulary } from './vocabulary';

/** `decision-maker` as `decision maker`. */
export const spaced = (word: string): string => word.replaceAll(/[-_]/g, ' ');

export const quoted = (word: string): string => `“${word}”`;

/** Who did it, to begin a sentence. */
export const whoSays = (side: Side | null | undefined): string => m.who[side ?? 'anybody'];

/** What somebody did, to follow their name. */
export function didSays(kind: string, words: Pick<Vocabulary, 'touchpoints'>): string {
  if (kind === '') return m.event.choose;
  return words.touchpoints.find((t) => t.kind === kind)?.done ?? m.event.named(kind);
}

/** The values a field may have; any, where none are named. */
export const valuesSay = (is: readonly string[]): string =>
  is.length === 0 ? m.field.anything : is.map(quoted).join(m.field.or);

const STATES: Record<string, string | undefined> = m.state.words;

export const stateSays = (state: string): string => (state === '' ? m.state.choose : (STATES[state] ?? spaced(state)));

const days = (n: number | null | undefined, before: string = m.within.last): string[] =>
  given(n) ? [before, `${n}`, m.within.days] : [];

function clause(test: Predicate, words: Vocabulary): string[] {
  if ('event' in test) {
    const { kind, by, tag, at_least: often, within_days: within } = test.event;
    return [
      whoSays(by),
      didSays(kind, words),
      ...(given(tag) && tag !== '' ? [m.event.tagged, quoted(tag)] : []),
      ...(given(often) && often > 1 ? [m.event.atLeast, `${often}`, m.event.times] : []),
      ...days(within),
    ];
  }
  if ('field' in test) {
    const { name, is, within_days: within } = test.field;
    return [m.field.before, quoted(spaced(name)), m.field.is, valuesSay(is ?? []), ...days(within, m.within.set)];
  }
  if ('person' in test) {
    const { role, engaged, within_days: within } = test.person;
    return [m.person.before, spaced(role), engaged === true ? m.person.engaged : m.person.known, ...days(within)];
  }
  if ('content' in test) {
    const { kind, viewed_by: by, within_days: within } = test.content;
    return [m.content.before, quoted(spaced(kind)), given(by) ? m.content.seen[by] : m.content.shared, ...days(within)];
  }
  if ('answer' in test) return answer(test.answer, words);
  if ('quote' in test) return [m.state.quote, stateSays(test.quote.state), ...days(test.quote.within_days)];
  if ('approval' in test) return [m.state.approval, stateSays(test.approval.state), ...days(test.approval.within_days)];
  if ('not' in test) return [m.group.not, lower(clause(test.not, words).join(' '))];
  const [before, inner] = 'all' in test ? [m.group.all, test.all] : [m.group.any, test.any];
  const inWords = inner.map((t) => lower(clause(t, words).join(' ')));
  return inWords.length === 1 ? inWords : [`${before}: ${inWords.join('; ')}`];
}

function answer(test: Extract<Predicate, { answer: unknown }>['answer'], words: Vocabulary): string[] {
  const { question = '', scheme = '', at_least: points, within_days: within } = test;
  if (scheme === '') {
    const asks = words.questions.find((q) => q.id === question)?.asks ?? question;
    return [m.answer.question, quoted(asks), m.answer.answered, ...days(within)];
  }
  const name = words.schemes.find((s) => s.id === scheme)?.name ?? scheme;
  const reaches = given(points) ? [m.answer.reachesAt, `${points}`, m.answer.points] : [m.answer.reaches];
  return [m.answer.scheme, quoted(name), ...reaches, ...days(within)];
}

/** The first letter small, unless the word is a name or an abbreviation. */
const lower = (text: string): string =>
  /^[A-Z]([a-z]|\s)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A predicate as a plain sentence, in the words of its editor. */
export function plain(test: Predicate, words: Vocabulary): string {
  const text = clause(test, words).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether the editor's own sentences are in the language of the process. */
const isEnglish = (language: string | undefined): boolean => /^(en\b|$)/i.test(language ?? '');

/** The criterion with words that follow its test, where its words were those of the test so far. */
export function retold(
  criterion: Criterion,
  from: Predicate,
  to: Predicate,
  words: Vocabulary,
  language: string | undefined,
): Criterion {
  const follows = isEnglish(language) && criterion.says === plain(from, words);
  return follows ? { ...criterion, says: plain(to, words) } : criterion;
}

/** Words for a new criterion; none where the editor does not speak the language of the process. */
export const firstWords = (test: Predicate, words: Vocabulary, language: string | undefined): string =>
  isEnglish(language) ? plain(test, words) : '';
