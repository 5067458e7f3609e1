/** The pages of Discover in the order in which one reads them. */
export const SECTIONS = [{ to: '/discover', name: 'Overview' }] as const;
