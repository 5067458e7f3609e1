import type { Objection } from '@/api';
import { m } from './messages';

/** The kinds that every team knows, in their order. */
export const OBJECTION_KINDS = ['cost', 'onboarding', 'contract', 'timing', 'competitor'] as const;

/** Kinds of content that most teams have. */
export const CONTENT_KINDS = [
  'case-study',
  'testimonial',
  'deck',
  'email-template',
  'call-script',
  'question-list',
] as const;

/** A short id in words: `case-study` is `case study`. */
export const inWords = (id: string): string => id.replaceAll(/[-_]+/g, ' ');

/** What a kind of objection is called; one of the team's own by its own name. */
export function kindName(kind: string): string {
  const known = OBJECTION_KINDS.find((k) => k === kind);
  if (known !== undefined) return m.objections.kinds[known];
  const words = inWords(kind);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The kinds that there are: the known ones first, then the team's own as they come. */
export function kindsOf(objections: readonly Objection[]): string[] {
  const there = new Set(objections.map((o) => o.kind));
  const known = OBJECTION_KINDS.filter((k) => there.has(k));
  return [...known, ...[...there].filter((k) => !OBJECTION_KINDS.some((known) => known === k))];
}
