export const m = {
  dropHere: 'Drop to import',
  uploading: 'Reading the files …',
} as const;
