/** A list that comes page by page begins without a cursor. */
export const noCursor = (): string | null => null;
