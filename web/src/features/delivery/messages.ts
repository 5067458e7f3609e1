import type { DeliveryStanding } from '@/api';

/** The words of the page that the customer reads. */
export const m = {
  title: 'Delivery',
  heading: 'Has everything arrived?',
  for: (account: string) => `For ${account}`,
  sent: (who: string, day: string) => `Delivered by ${who} on ${day}`,
  lines: 'What was delivered',
  times: (quantity: string, product: string) => `${quantity} × ${product}`,
  arrived: 'It arrived',
  missing: 'Something is missing',
  what: (product: string) => `What is missing or wrong with ${product}?`,
  whatLabel: 'What is missing or wrong',
  confirmed: (who: string, when: string) => (who === '' ? 'Arrived' : `Arrived: ${who}, ${when}`),
  disputed: (who: string, when: string) => `Reported as missing by ${who}, ${when}`,
  name: 'Your name',
  says: 'Your name and the time are kept with your answer, and whoever delivered is told.',
  go: 'Send my answer',
  again: 'Change my answer',
  standing: {
    waiting: '',
    confirmed: 'Thank you. All of it is confirmed.',
    disputed: 'Thank you for telling. Whoever delivered sees it now and will be in touch.',
  } satisfies Record<DeliveryStanding, string>,
  part: 'Thank you. Tell us of the rest when it has arrived.',
  changed: 'It was delivered once more in the meantime; please look at it again.',
  over: {
    title: 'This link does not work any more',
    says: 'It has expired, or a newer one was sent. Ask whoever sent it for a new link.',
  },
  noToken: {
    title: 'Part of the link is missing',
    says: 'Open it again just as it was sent to you, with everything after the # sign.',
  },
  wrong: 'This did not work',
  retry: 'Try again',
} as const;
