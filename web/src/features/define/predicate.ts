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

/** The bare predicate of a criterion, without its sentence. */
export function testOf(criterion: Criterion): Predicate {
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
