import type { Criterion, Predicate } from '@/api';

export const TEST_KINDS = [
  'event',
  'field',
  'person',
  'content',
  'answer',
  'quote',
  'approval',
  'all',
  'any',
  'not',
] as const;

export type TestKind = (typeof TEST_KINDS)[number];

/** Which predicate it is. */
export const kindOf = (test: Predicate): TestKind => TEST_KINDS.find((kind) => kind in test) ?? 'event';

/** A predicate of a kind to begin with. */
export function beginning(kind: TestKind): Predicate {
  switch (kind) {
    case 'event':
      return { event: { kind: 'meeting.attended', by: 'prospect' } };
    case 'field':
      return { field: { name: '' } };
    case 'person':
      return { person: { role: 'decision-maker', engaged: true } };
    case 'content':
      return { content: { kind: 'case-study', viewed_by: 'prospect' } };
    case 'answer':
      return { answer: { question: '' } };
    case 'quote':
      return { quote: { state: 'accepted' } };
    case 'approval':
      return { approval: { state: 'granted' } };
    case 'all':
      return { all: [beginning('event')] };
    case 'any':
      return { any: [beginning('event')] };
    case 'not':
      return { not: beginning('event') };
  }
}

/** The predicate of another kind that keeps as much as it can: what is put in a group, or taken out of one. */
export function turned(test: Predicate, kind: TestKind): Predicate {
  const inner = 'all' in test ? test.all : 'any' in test ? test.any : 'not' in test ? [test.not] : [test];
  const [first] = inner;
  if (kind === 'all') return { all: inner };
  if (kind === 'any') return { any: inner };
  if (kind === 'not' && first) return { not: first };
  if (first && inner.length === 1 && kindOf(first) === kind) return first;
  return beginning(kind);
}

/** The bare predicate of a criterion or a commitment, without its sentence. */
export function testOf(criterion: Predicate): Predicate {
  if ('event' in criterion) return { event: criterion.event };
  if ('field' in criterion) return { field: criterion.field };
  if ('person' in criterion) return { person: criterion.person };
  if ('content' in criterion) return { content: criterion.content };
  if ('answer' in criterion) return { answer: criterion.answer };
  if ('quote' in criterion) return { quote: criterion.quote };
  if ('approval' in criterion) return { approval: criterion.approval };
  if ('all' in criterion) return { all: criterion.all };
  if ('any' in criterion) return { any: criterion.any };
  return { not: criterion.not };
}

/** The criterion with another predicate. */
export function withTest({ id, says, required, evidence }: Criterion, test: Predicate): Criterion {
  return {
    id,
    says,
    ...(required !== undefined && { required }),
    ...(evidence !== undefined && { evidence }),
    ...test,
  };
}

/** Predicates directly in it, of a group. */
export function innerOf(test: Predicate): readonly Predicate[] {
  if ('all' in test) return test.all;
  if ('any' in test) return test.any;
  return 'not' in test ? [test.not] : [];
}

/** How many groups stand in each other at its deepest place, itself included; 0 for a plain one. */
export const depthOf = (test: Predicate): number =>
  'all' in test || 'any' in test || 'not' in test ? 1 + Math.max(0, ...innerOf(test).map(depthOf)) : 0;

/** The predicate and every one in it. */
export const everyTest = (test: Predicate): Predicate[] => [test, ...innerOf(test).flatMap(everyTest)];

/** Whether it says what it asks for, so that it can be tested. */
export function isComplete(test: Predicate): boolean {
  if ('event' in test) return test.event.kind !== '';
  if ('field' in test) return test.field.name !== '';
  if ('person' in test) return test.person.role !== '';
  if ('content' in test) return test.content.kind !== '';
  if ('answer' in test) return [test.answer.question, test.answer.scheme].some((id) => id !== undefined && id !== '');
  if ('quote' in test) return test.quote.state !== '';
  if ('approval' in test) return test.approval.state !== '';
  const inner = innerOf(test);
  return inner.length > 0 && inner.every(isComplete);
}

/** Whether two ask for the same, however they are written. */
export const sameTest = (a: Predicate, b: Predicate): boolean => written(a) === written(b);

const written = (test: Predicate): string =>
  JSON.stringify(test, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const said = Object.entries(value).filter(([, v]) => v !== null && v !== undefined && v !== '' && v !== false);
    return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
