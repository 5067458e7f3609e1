/** Bytes that the text of a process has at most. */
export const LONGEST = 1 << 20;
