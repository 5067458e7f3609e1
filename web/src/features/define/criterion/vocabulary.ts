import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { Predicate, Process, Scheme, Touchpoint } from '@/api';
import { type FieldChoices, useFields } from '@/ui/fields';
import { stagesOf } from '../edit';
import { everyTest, testOf } from '../predicate';
import { namesQuery, touchpointsQuery } from '../queries';

/** A question of the process that an answer can be asked for. */
export interface Asked {
  id: string;
  asks: string;
  /** The stage's id; none for a scheme's question. */
  stage: string | null;
}

/** The words that the sentences of criteria can be made of. */
export interface Vocabulary {
  touchpoints: readonly Touchpoint[];
  /** What the data calls what happened. */
  activities: readonly string[];
  fields: readonly { name: string; values: readonly string[] }[];
  tags: readonly string[];
  roles: readonly string[];
  content: readonly string[];
  questions: readonly Asked[];
  schemes: readonly Scheme[];
}

const ROLES = ['decision-maker', 'champion', 'user', 'buyer', 'legal', 'technical'];
const CONTENT = ['case-study', 'testimonial', 'price-list', 'white-paper', 'video', 'proposal'];
const TAGS = ['demo', 'discovery', 'kickoff'];

export const NO_WORDS: Vocabulary = {
  touchpoints: [],
  activities: [],
  fields: [],
  tags: TAGS,
  roles: ROLES,
  content: CONTENT,
  questions: [],
  schemes: [],
};

export const VocabularyContext = createContext<Vocabulary>(NO_WORDS);

export const useVocabulary = (): Vocabulary => useContext(VocabularyContext);

const several = (...lists: readonly (readonly string[])[]): string[] =>
  [...new Set(lists.flat())].filter((word) => word !== '');

/** What the criteria of a process ask for, every one in its groups too. */
function testsOf(process: Process): Predicate[] {
  const criteria = stagesOf(process).flatMap((s) => s.exit ?? []);
  return criteria.flatMap((c) => everyTest(testOf(c)));
}

/** The words of a process and of the data it is for. */
export function vocabularyOf(
  process: Process,
  data: { touchpoints: readonly Touchpoint[]; activities: readonly string[]; fields: readonly FieldChoices[] },
): Vocabulary {
  const tests = testsOf(process);
  const words = (of: (test: Predicate) => string | null | undefined) => tests.map((test) => of(test) ?? '');
  const labels = new Set(data.touchpoints.flatMap((t) => [t.label, t.kind]));
  return {
    touchpoints: data.touchpoints,
    activities: several(data.activities).filter((name) => !labels.has(name) && !name.startsWith('Stage: ')),
    fields: data.fields.map((f) => ({ name: f.name, values: f.values.map((v) => v.value).filter((v) => v !== '') })),
    tags: several(
      words((t) => ('event' in t ? t.event.tag : '')),
      TAGS,
    ),
    roles: several(
      ROLES,
      words((t) => ('person' in t ? t.person.role : '')),
    ),
    content: several(
      (process.library ?? []).map((c) => c.kind),
      CONTENT,
      words((t) => ('content' in t ? t.content.kind : '')),
    ),
    questions: [
      ...stagesOf(process).flatMap((s) =>
        (s.questions ?? []).map((q): Asked => ({ id: q.id, asks: q.name || q.id, stage: s.id })),
      ),
      ...(process.schemes ?? []).flatMap((s) =>
        (s.questions ?? []).map((q): Asked => ({ id: q.id, asks: q.asks || q.id, stage: null })),
      ),
    ],
    schemes: process.schemes ?? [],
  };
}

/** The words of a process, with what the data has. */
export function useVocabularyOf(process: Process): Vocabulary {
  const fields = useFields();
  const touchpoints = useQuery(touchpointsQuery).data;
  const activities = useQuery(namesQuery).data?.activities;
  return useMemo(
    () => vocabularyOf(process, { touchpoints: touchpoints ?? [], activities: activities ?? [], fields }),
    [process, touchpoints, activities, fields],
  );
}
