/** Whether there is a value: the API leaves out what is not known, or says `null`. */
export const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
