import type { Content } from '@/api';
import type { Usage } from './use/usage';

/** Which content is shown; nothing chosen shows all. */
export interface LibraryFilter {
  stage?: string;
  persona?: string;
  kind?: string;
  language?: string;
  /** When it was last used. */
  use?: string;
}

/** Content that meets all that is chosen. What is for everybody is for each persona too. */
export const chosen = (
  library: readonly Content[],
  { stage, persona, kind, language, use }: LibraryFilter,
  usage: (content: Content) => Usage | null = () => null,
): Content[] =>
  library.filter(
    (c) =>
      (stage === undefined || (c.stages ?? []).includes(stage)) &&
      (persona === undefined || (c.personas ?? []).length === 0 || (c.personas ?? []).includes(persona)) &&
      (kind === undefined || c.kind === kind) &&
      (language === undefined || (c.language ?? '') === language) &&
      (use === undefined || usage(c) === use),
  );

/** The different values that there are, in order of the alphabet. */
export const different = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.filter((v): v is string => v !== undefined && v !== ''))].sort();
