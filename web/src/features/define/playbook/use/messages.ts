import type { Proportion } from '@/api';
import { count, date, deals, percent, plural } from '@/ui/format';
import { given } from '@/ui/given';

const whole = (share: number): string => count(Math.round(share * 100));

/** `67 %, 44 to 84`. */
const rate = ({ share, low, high }: Proportion): string =>
  `${percent(share)}${given(low) && given(high) ? `, ${whole(low)} to ${whole(high)}` : ''}`;

/** How the two sides of a comparison are called. */
const sides = {
  content: { with: 'with it', without: 'without it' },
  objection: { with: 'that raised it', without: 'that did not' },
  answer: { with: 'with this answer', without: 'that raised it and got another answer or none' },
} as const;

export type Compared = keyof typeof sides;

const were = (won: number) => (won === 1 ? 'was' : 'were');
const times = (n: number) => (n === 1 ? 'once' : plural(n, 'time'));

export const m = {
  title: 'In your deals',
  times,
  rate,
  /** What the deals with it and without it came to; as counts where there are few. */
  endings: (what: Compared, few: boolean, had: Proportion, not: Proportion) => {
    const side = (p: Proportion, of: string) => `${count(p.count)} of ${of}${few ? '' : ` (${rate(p)})`}`;
    const words = sides[what];
    const first = `${count(had.count)} of ${plural(had.of, 'closed deal')} ${words.with} ${were(had.count)} won`;
    const rates = few ? '' : ` (${rate(had)})`;
    return `${first}${rates}; ${not.of === 0 ? `there are none ${words.without}` : side(not, `${count(not.of)} ${words.without}`)}.`;
  },
  noneClosed: (what: Compared, open: number) =>
    open === 0
      ? `No deal ${sides[what].with} yet.`
      : `No closed deal ${sides[what].with} yet; ${open === 1 ? '1 is open' : `${count(open)} are open`}.`,
  more: (points: string) => `Won more often: by ${points}.`,
  less: (points: string) => `Won less often: by ${points}.`,
  points: (value: number, low: number | null, high: number | null) =>
    `${plural(Math.round(value * 100), 'point')}${low === null || high === null ? '' : ` (${whole(low)} to ${whole(high)})`}`,
  noDifference: 'No difference that the data supports.',
  cannotTell: (what: Compared, had: number, not: number) =>
    had <= not
      ? `We can’t tell yet: ${plural(had, 'closed deal')} ${sides[what].with}.`
      : `We can’t tell yet: ${plural(not, 'closed deal')} ${sides[what].without}.`,
  caveat:
    'This tells what went together, not what brought a deal about: deals that go far meet more content and more objections.',
  comparedContent: 'Compared with other deals that were in a stage it is for.',
  used: (inDeals: number, shared: number, viewed: number) =>
    `Used in ${deals(inDeals)}: shared ${shared === 0 ? 'never' : times(shared)}, looked at by prospects ${viewed === 0 ? 'never' : times(viewed)}`,
  shared: (n: number) => `shared ${times(n)}`,
  viewed: (n: number) => `looked at ${times(n)}`,
  last: (at: string) => `last on ${date(at)}`,
  notSince: (at: string) => `not since ${date(at)}`,
  never: 'never used',
  neverSays: 'No deal names it yet.',
  raised: (inDeals: number, n: number, settled: number) =>
    `Raised in ${deals(inDeals)}${n === inDeals ? '' : ` (${times(n)})`}, settled in ${settled === 0 ? 'none' : count(settled)}`,
  neverRaised: 'No deal names it yet.',
  given: (n: number, inDeals: number) => `Given ${times(n)}${n === inDeals ? '' : ` in ${deals(inDeals)}`}.`,
  neverGiven: 'No deal names this answer yet.',
  best: 'Best supported by your deals',
  columns: { deals: 'In deals', last: 'Last used', won: 'Won with it' },
  wonOf: (won: number, of: number) => `${count(won)} of ${count(of)}`,
  moreShort: 'more often than without',
  lessShort: 'less often than without',
  filter: { label: 'Use', never: 'never used', long: 'not for half a year', lately: 'in the last half year' },
  base: (closed: Proportion) =>
    `For comparison: of all ${plural(closed.of, 'closed deal')} ${count(closed.count)} ${were(closed.count)} won (${rate(closed)}).`,
  others: {
    content: 'Seen in your deals, not in the library',
    contentSays: 'Reps or an import named these. Add one, and its use is counted here.',
    objections: 'Seen in your deals, not in the process',
    objectionsSays: 'Prospects raised these. Add one, write what to say, and every rep is ready for it.',
    unnamed: (n: number) =>
      n === 1
        ? 'Once an objection was logged without saying which.'
        : `${count(n)} times an objection was logged without saying which.`,
    add: 'Add',
    addThis: (name: string) => `Add: ${name}`,
    all: (n: number) => `Show all ${count(n)}`,
  },
  teach: {
    content: 'No deal names content yet, so nothing can be said of its use.',
    objections: 'No deal names an objection yet, so nothing can be said of how they end.',
    log: 'Log a touchpoint',
    byHand: {
      content: ['On a deal’s page choose', ', then “Content shared”, and name the content as it is called here.'],
      objections: ['On a deal’s page choose', ', then “Objection raised”, and name it in the words used here.'],
    },
    byImport: {
      content: ['An import brings it too: in a column', 'that holds the title or the id.'],
      objections: ['An import brings them too: in the columns', 'that hold the words or the ids.'],
    },
    columns: { content: ['content'], objections: ['objection', 'answer'] },
  },
  failed: 'How the playbook was used could not be counted.',
} as const;
