import { plural } from '@/ui/format';

export const m = {
  title: 'Teams',
  says: 'Who sells together. A new deal goes to the team of its owner; deals keep their team when somebody moves on.',
  readOnly: 'Owners and managers change them.',
  empty: 'No teams yet',
  emptySays: 'Put your reps into teams to see the board, the list and the figures of each.',
  add: 'Add a team',
  label: 'Teams',
  name: 'Name',
  members: 'People',
  membersHelp: 'Names as deals name their owners. Somebody is in one team.',
  count: (n: number) => (n === 1 ? '1 person' : plural(n, 'person').replace('persons', 'people')),
  edit: (name: string) => `Change the team ${name}`,
  remove: (name: string) => `Remove the team ${name}`,
  removed: (name: string) => `Removed the team ${name}. Deals keep its name.`,
  deals: 'Deals',
  undo: 'Undo',
  save: 'Save',
  cancel: 'Cancel',
  saved: (name: string) => `Saved the team ${name}.`,
} as const;
