/** An activity as it is shown: exports that write `Stage: Closing` for entering a stage mean the stage. */
export const shownName = (activity: string): string => activity.replace(/^stage:\s*(?=\S)/i, '');

/** The place of the stage that an activity enters, among the stages in order; -1 for other activities. */
export const stagePlace = (activity: string, stages: readonly string[]): number =>
  stages.findIndex((stage) => stage === activity || stage === shownName(activity));
