import type { FileRole, Meaning } from '@/api';

/** Meanings in the words of the menu, by what the rows of the file are. */
const NAMES: Record<Meaning['is'], string> = {
  'deal-id': 'Deal: its id',
  name: 'Deal: its name',
  account: 'Account',
  owner: 'Owner',
  team: 'Team',
  product: 'Product',
  value: 'Value',
  currency: 'Currency',
  stage: 'Stage',
  created: 'Created or first engaged',
  closed: 'Closed',
  'won-at': 'Won on',
  'lost-at': 'Lost on',
  outcome: 'Outcome (open, won, lost)',
  'stage-entered': 'Entered a stage on …',
  'stage-left': 'Left a stage on …',
  'activity-at': 'An activity happened on …',
  activity: 'Event: its activity',
  timestamp: 'Event: when',
  'event-id': 'Event: its id',
  'event-kind': 'Event: its kind',
  side: 'Event: whose act (prospect, rep)',
  actor: 'Event: who did it',
  key: 'What deals call it (key)',
  attribute: 'A further attribute',
  ignored: 'Leave out',
};

const DEAL: Meaning['is'][] = [
  'deal-id',
  'name',
  'account',
  'owner',
  'team',
  'product',
  'value',
  'currency',
  'stage',
  'outcome',
  'created',
  'closed',
  'won-at',
  'lost-at',
  'stage-entered',
  'stage-left',
  'activity-at',
];

const EVENT: Meaning['is'][] = ['activity', 'timestamp', 'event-id', 'event-kind', 'side', 'actor'];

const COMMON: Meaning['is'][] = ['attribute', 'ignored'];

const OFFERED: Record<FileRole, Meaning['is'][]> = {
  deals: [...DEAL, ...COMMON],
  events: [...EVENT, ...DEAL, ...COMMON],
  lookup: ['key', 'account', 'owner', 'team', 'product', 'value', 'currency', ...COMMON],
  touchpoints: COMMON,
  ignored: COMMON,
};

/** The choices for a column of a file with such rows; `now` is among them in any case. */
export function choices(role: FileRole, now: Meaning['is']): { value: Meaning['is']; label: string }[] {
  const offered = OFFERED[role];
  const all = offered.includes(now) ? offered : [now, ...offered];
  return all.map((value) => ({ value, label: NAMES[value] }));
}

/** The meaning of that word, with the column's name where it needs one. */
export function meaningOf(is: Meaning['is'], column: string): Meaning {
  switch (is) {
    case 'stage-entered':
    case 'stage-left':
      return { is, stage: column };
    case 'activity-at':
      return { is, activity: column };
    case 'attribute':
      return { is, name: column };
    default:
      return { is };
  }
}

/** The name that a meaning bears, where it does. */
export function nameIn(meaning: Meaning): string | null {
  switch (meaning.is) {
    case 'stage-entered':
    case 'stage-left':
      return meaning.stage;
    case 'activity-at':
      return meaning.activity;
    case 'attribute':
      return meaning.name;
    default:
      return null;
  }
}

/** The same meaning under another name. */
export const renamed = (meaning: Meaning, name: string): Meaning => meaningOf(meaning.is, name);

/** Whether a column of this meaning holds dates. */
export const isDated = (meaning: Meaning): boolean =>
  ['created', 'closed', 'won-at', 'lost-at', 'stage-entered', 'stage-left', 'activity-at', 'timestamp'].includes(
    meaning.is,
  );
