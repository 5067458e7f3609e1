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
  created: 'Created',
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
  'other-time': 'Event: when, if the other is empty',
  direction: 'Event: incoming or outgoing',
  result: 'Event: how it went',
  done: 'Event: done or planned',
  field: 'Change: which field',
  'old-value': 'Change: from',
  'new-value': 'Change: to',
  modified: 'Last changed',
  'stage-since': 'In its stage since',
  pipeline: 'Pipeline',
  person: 'Person on the prospect’s side',
  'person-role': 'Person: their role',
  email: 'Person: e-mail',
  'job-title': 'Person: title',
  'first-name': 'First name',
  'last-name': 'Last name',
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
  'stage-since',
  'modified',
  'pipeline',
  'person',
];

const EVENT: Meaning['is'][] = [
  'activity',
  'timestamp',
  'other-time',
  'event-id',
  'event-kind',
  'side',
  'direction',
  'result',
  'done',
  'actor',
  'field',
  'old-value',
  'new-value',
];

const PERSON: Meaning['is'][] = [
  'key',
  'name',
  'first-name',
  'last-name',
  'email',
  'job-title',
  'deal-id',
  'person',
  'person-role',
  'account',
  'timestamp',
];

const COMMON: Meaning['is'][] = ['attribute', 'ignored'];

const OFFERED: Record<FileRole, Meaning['is'][]> = {
  deals: [...DEAL, ...COMMON],
  events: [...EVENT, ...DEAL, ...COMMON],
  people: [...PERSON, ...COMMON],
  touchpoints: COMMON,
  lookup: [
    'key',
    'name',
    'first-name',
    'last-name',
    'account',
    'owner',
    'team',
    'product',
    'value',
    'currency',
    ...COMMON,
  ],
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
    case 'other-time':
    case 'direction':
    case 'result':
    case 'done':
    case 'field':
    case 'old-value':
    case 'new-value':
    case 'modified':
    case 'stage-since':
    case 'pipeline':
    case 'person':
    case 'person-role':
    case 'email':
    case 'job-title':
    case 'first-name':
    case 'last-name':
      return { is };
    // The rest: a union of more than 25 is more than the compiler matches at once.
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

const OTHER_DATES = ['other-time', 'modified', 'stage-since'];

/** Whether a column of this meaning holds dates. */
export const isDated = (meaning: Meaning): boolean =>
  [
    'created',
    'closed',
    'won-at',
    'lost-at',
    'stage-entered',
    'stage-left',
    'activity-at',
    'timestamp',
    ...OTHER_DATES,
  ].includes(meaning.is);
