import { plural } from '@/ui/format';

export const m = {
  title: 'Refusals',
  says: 'What somebody tried and was not allowed to, and links and passwords that lead nowhere. The last 100,000 are kept.',
  label: 'Refused requests',
  empty: 'Nothing was refused so far',
  emptySays:
    'If somebody tries what their role does not allow, or a stranger guesses a link or a password, it stands here: who, what, when, and from which network.',
  at: 'When',
  by: 'Who',
  stranger: 'A stranger',
  action: 'Tried to',
  why: 'Why not',
  network: 'From',
  path: 'Address',
  more: 'Show older ones',
  shown: (n: number) => `${plural(n, 'refusal')} shown, the latest first.`,
  whys: new Map([
    ['forbidden', 'Not allowed'],
    ['link-over', 'The link leads nowhere'],
    ['link-used', 'The link was used already'],
    ['wrong-password', 'Wrong password'],
    ['too-many-attempts', 'Too many attempts'],
    ['too-fast', 'Too many requests'],
  ]),
} as const;
