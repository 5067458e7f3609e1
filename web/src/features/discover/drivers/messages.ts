import { count, deals, plural } from '@/ui/format';

export const m = {
  title: 'What goes with winning',
  says: 'Things that won and lost deals differ in, compared among deals that had got as far and are alike otherwise. They go together with winning; whether they bring it about, only an experiment can tell.',
  supported: 'Supported by the data',
  supportedNone: 'Nothing that was looked at goes with winning or losing in a way that the data supports.',
  hints: 'Hints',
  hintsSay:
    'These stand out by themselves, but so many things were looked at that one of them may well do so by chance. More closed deals will tell.',
  none: (n: number) => `Looked at and found no difference (${count(n)})`,
  noneSays: 'No difference that the data supports. The wider the bar, the more could still be hidden in it.',
  cannotTell: (n: number) => `We can't tell yet (${count(n)})`,
  cannotTellSays: 'Too few deals on one side to compare.',
  excluded: (n: number) => `Left out of the comparison (${count(n)})`,
  excludedSays:
    'What is known only once a deal closes, or what nearly every won deal goes through, says nothing about what leads there.',
  adjusted: 'p is adjusted for all that was tested (Benjamini–Hochberg).',
  held: (names: string[]) =>
    names.length === 0
      ? 'Nothing known from the beginning goes with the outcome, so nothing had to be held equal.'
      : `Held equal in the comparisons, as far as there are deals enough: ${names.join(', ')}.`,
  axis: 'Odds of winning, with it against without it',
  equal: 'equal',
  times: (n: number) => `${n}×`,
  part: (n: number) => `1/${n}`,
  bar: (value: string, low: string, high: string) =>
    `Odds among comparable deals ${value} times, 95 % interval ${low} to ${high}`,
  barOpen: (value: string) => `Odds among comparable deals ${value} times, no interval`,
  plainly: (value: string) => `counted plainly ${value} times`,
  legendComparable: 'among comparable deals, with 95 % interval',
  legendPlain: 'counted plainly',
  with: 'with',
  without: 'without',
  counts: (won: number, all: number) => `${count(won)} of ${count(all)} won`,
  among: (among: string, held: string[]) =>
    held.length === 0 ? `Among ${among}.` : `Among ${among}; held equal: ${held.join(', ')}.`,
  p: (p: string, adjusted: string) => `p ${p}, adjusted ${adjusted}`,
  more: 'Details',
  value: 'Value',
  winRate: 'Won',
  against: 'Against all others',
  points: 'Percentage points',
  plainTitle: 'Counted plainly, among all closed deals',
  lesson: 'Why not simply count?',
  lessonHelp:
    'What happens late happens only in deals that got far, and deals that got far are won more often, whatever happens in them. Long-lived deals also collect more of everything. So compare deals that were at the same point.',
  lessonPlain: 'Counted plainly',
  lessonComparable: 'Among comparable deals',
  reasons: 'Reasons given',
  reasonsSay:
    'What people wrote down when a deal ended or along the way. It is counted here and takes no part in the comparison, for it is often known only afterwards.',
  reasonsOf: (given: number, distinct: number) => `Given for ${deals(given)}, ${plural(distinct, 'different text')}.`,
  reason: 'Reason',
  lost: 'Lost',
  won: 'Won',
  few: 'The deals',
  deal: 'Deal',
  outcome: 'Outcome',
  has: 'What it has',
  fewCounts: 'Counts',
  what: 'What',
  empty: 'No closed deals yet',
  emptyHelp:
    'Here you will see what won and lost deals differ in: what the prospect did, what you did, how soon, who was along. Bring deals that have closed, with their touchpoints if you have them.',
  emptyChosen: 'No closed deal meets this choice',
  emptyChosenHelp: 'Take a filter away above, or choose other values.',
  kinds: {
    'prospect-act': "prospect's act",
    'rep-act': 'your act',
    act: 'act',
    timing: 'timing',
    people: 'people',
    attribute: 'attribute',
  },
} as const;
