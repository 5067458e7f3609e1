/** Things below which they are counted rather than rated or spread out. */
export const LITTLE = 5;
