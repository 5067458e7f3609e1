import { plural } from '@/ui/format';
import { duration } from '@/features/run/present/messages';

/** The words of the calendar that can be followed, and of demonstrations to unqualified prospects. */
export const m = {
  title: 'In your calendar',
  says: 'An address that your calendar program follows: what is due in the next 60 days, and your meetings. Whoever has it can read them.',
  since: (when: string) => `Your calendar has an address since ${when}. A new one ends it.`,
  address: 'Its address',
  once: 'It is shown this once. Add it to your calendar program as a calendar from the web.',
  make: 'Make an address',
  again: 'Make a new address',
  revoke: 'Take it back',
  revoked: 'The address does not work any more.',
  copy: 'Copy',
  copied: 'Copied',
  demos: {
    title: (n: number) => `${plural(n, 'demonstration')} before the deal was qualified`,
    says: (minutes: number, all: number) =>
      `${duration(minutes)} of ${duration(all)} spent on demonstrations. Qualify first: it takes a call.`,
    line: (title: string, points: number, threshold: number) => `${title}, at ${points} of ${threshold} points`,
  },
} as const;
