/** An activity as it is shown: exports that write `Stage: Closing` for entering a stage mean the stage. */
export const shownName = (activity: string): string => activity.replace(/^stage:\s*(?=\S)/i, '');
