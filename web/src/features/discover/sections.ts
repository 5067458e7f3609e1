/** The pages of Discover in the order in which one reads them. */
export const SECTIONS = [
  { to: '/discover', name: 'Overview' },
  { to: '/discover/map', name: 'Map' },
  { to: '/discover/back', name: 'Look back' },
  { to: '/discover/drivers', name: 'Drivers' },
  { to: '/discover/touchpoints', name: 'Touchpoints' },
  { to: '/discover/interviews', name: 'Interviews' },
] as const;
