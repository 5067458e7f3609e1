export const m = {
  header: 'First day',
  of: (name: string) => `First day of ${name}`,
  saved: (name: string) => `Saved the first day of ${name}.`,
  taken: (name: string) => `${name} has no first day any more.`,
} as const;
