import { count, plural } from '@/ui/format';

export const m = {
  title: 'Customers',
  says: (n: number, deals: number) => `${plural(n, 'customer')} of ${plural(deals, 'won deal')}.`,
  label: 'Customers',
  name: 'Customer',
  health: 'Health',
  review: 'Next review',
  renewal: 'Renewal',
  value: 'Value',
  who: 'Looked after by',
  deals: 'Won deals',
  late: (n: number) => `${plural(n, 'day')} late`,
  notice: (day: string) => `notice by ${day}`,
  left: (day: string) => `left on ${day}`,
  more: (n: number) => `and ${count(n)} more`,
  filter: {
    text: 'Find a customer',
    light: 'Health',
    any: 'Any health',
    whose: 'Whose',
    all: 'Everybody’s',
    mine: 'Mine',
  },
  rest: (shown: number, total: number) => `The first ${count(shown)} of ${count(total)} are here.`,
  looked: (seen: number, all: number) =>
    `The ${count(seen)} of ${plural(all, 'won deal')} that were won last were looked at.`,
  none: 'No such customer',
  noneHelp: 'No customer meets all of this at once. Take away a condition above.',
  empty: 'There are no customers yet',
  emptyHelp:
    'Whoever bought stands here: how they are doing and why, when their value is reviewed next, when their contract ends. Win a deal on the board, then hand the customer over on its page.',
  toBoard: 'To the board',
} as const;
