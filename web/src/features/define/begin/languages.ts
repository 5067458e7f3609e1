/** The languages that templates are written in. */
export const LANGUAGES = ['en', 'de', 'es', 'ja'] as const;

export type TemplateLanguage = (typeof LANGUAGES)[number];

export const isLanguage = (value: string): value is TemplateLanguage => LANGUAGES.some((l) => l === value);
