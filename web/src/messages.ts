import { count, deals } from '@/ui/format';

/**
 * The words of the application that more than one feature uses; a feature keeps its own in its `messages.ts`.
 * Plain and short, in the field's terms; the reader is "you"; never "because" for a correlation.
 */
export const m = {
  app: {
    name: 'Stagecraft',
    skip: 'Skip to the page',
    rail: 'Places',
    home: 'To the start',
    notFound: 'There is no such page',
    notFoundHelp: 'The address may have changed, or what it named is gone. Nothing was lost.',
    toLight: 'Light theme',
    toDark: 'Dark theme',
    person: (name: string) => `${name}: account`,
    signOut: 'Sign out',
  },
  places: {
    day: 'My day',
    deals: 'Deals',
    discover: 'Discover',
    define: 'Define',
    measure: 'Measure',
    manual: 'Manual',
    settings: 'Settings',
    import: 'Import',
  },
  roles: { owner: 'owner', manager: 'manager', editor: 'editor', rep: 'rep', viewer: 'viewer' },
  close: 'Close',
  outcome: { open: 'Open', won: 'Won', lost: 'Lost' },
  keys: {
    title: 'Keys',
    others: [
      ['/', 'Filter'],
      ['c', 'Create'],
      ['e', 'Edit'],
      ['Ctrl K', 'Search everything'],
      ['m', 'Move'],
      ['j', 'Down'],
      ['k', 'Up'],
      ['h l', 'Left and right on the board'],
      ['x', 'Select'],
      ['u', 'Undo; Ctrl Z as well'],
      ['?', 'These keys'],
    ],
  },
  problem: {
    retry: 'Try again',
    number: 'Quote this number when you ask for help:',
    building: 'Reading the deals into memory …',
    buildingHelp: 'This happens once after a start. The page shows itself when it is done.',
  },
  table: {
    empty: 'Nothing here.',
    all: (n: number) => `Show all ${count(n)}`,
    sortBy: (name: string) => `Sort by ${name}`,
    csv: 'CSV',
    allCsv: 'All as CSV',
    take: 'Download all',
    formats: { csv: 'CSV', json: 'JSON', parquet: 'Parquet' },
    download: 'Download as CSV',
  },
  chart: {
    table: 'Table',
    chart: 'Chart',
    copyCsv: 'Copy as CSV',
    saveSvg: 'Save as SVG',
    savePng: 'Save as PNG',
    copied: 'Copied.',
    actions: 'Take this along',
  },
  filter: {
    title: 'Filter',
    add: 'Filter',
    search: 'Search deals',
    clear: 'Clear all',
    none: 'All deals',
    outcome: 'Outcome',
    stage: 'Stage',
    closed: 'Closed between',
    created: 'Created between',
    from: 'From',
    to: 'Before',
    without: '(none)',
    visited: (activity: string) => `Passed through ${activity}`,
    starts: (name: string) => `Starts with ${name}`,
    ends: (name: string) => `Ends with ${name}`,
    returned: (name: string) => `Came back to ${name}`,
    moved: (from: string, to: string) => `Moved from ${from} to ${to}`,
    variant: (steps: number) => `One path of ${steps} steps`,
    text: (text: string) => `“${text}”`,
    remove: (what: string) => `Remove filter: ${what}`,
    closedFrom: (day: string) => `Closed from ${day}`,
    closedTo: (day: string) => `Closed before ${day}`,
    createdFrom: (day: string) => `Created from ${day}`,
    createdTo: (day: string) => `Created before ${day}`,
  },
  leave: { title: 'Leave with unsaved changes?', stay: 'Stay', go: 'Leave without them' },
  range: {
    between: (low: string, high: string) => `95 % interval ${low} to ${high}`,
    of: (k: number, n: number) => `${count(k)} of ${count(n)}`,
    seeDeals: (n: number) => `See the ${deals(n)}`,
  },
} as const;

/** The name of a deal's field as people read it: `close_reason` is `Close reason`. */
export function fieldName(name: string): string {
  const words = name.replaceAll(/[_.-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
