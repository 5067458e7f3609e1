const COLOURS = 7;

/** The colour of the stage at this place in the order, from a sequence safe for the colour-blind. */
export const stageColour = (place: number): string => `var(--stage-${(Math.max(0, place) % COLOURS) + 1})`;

/** The letter that repeats what the colour says: A, B, C … */
export const stageLetter = (place: number): string => String.fromCharCode(65 + (Math.max(0, place) % 26));
