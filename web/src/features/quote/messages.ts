import type { QuoteStanding } from '@/api';
import { count } from '@/ui/format';

/** The words of the page that the prospect reads. */
export const m = {
  title: 'Offer',
  number: (number: string, version: number) => (version > 1 ? `${number}, version ${count(version)}` : number),
  heading: 'Your offer',
  from: (name: string) => `From ${name}`,
  sentBy: (name: string) => `Sent by ${name}`,
  issued: (day: string) => `Made on ${day}`,
  valid: (day: string) => `Valid until ${day}`,
  lines: {
    label: 'What is offered',
    product: 'Product',
    quantity: 'Quantity',
    unit: 'Price of one',
    discount: 'Discount',
    net: 'Price',
    none: '–',
  },
  sums: {
    label: 'What it comes to',
    list: 'List price',
    lines: 'Discounts on lines',
    whole: 'Discount on the whole',
    net: 'Net price',
    tax: (percent: string, of: string) => `Tax ${percent} of ${of}`,
    total: 'Total',
  },
  terms: 'Terms',
  talk: {
    title: 'Questions and answers',
    you: 'You',
    us: 'We',
    asked: (name: string) => `${name} asked`,
    answered: (name: string) => `${name} answered`,
  },
  act: {
    title: 'What would you like to do?',
    accept: 'Accept the offer',
    ask: 'Ask a question',
    decline: 'Decline',
    name: 'Your name',
    may: 'I may accept this for my company.',
    accepting: (number: string, total: string) =>
      `You accept offer ${number} for ${total}. Your name and the time are kept with it, and whoever sent it is told.`,
    acceptGo: (total: string) => `Accept for ${total}`,
    note: 'A note, if you like',
    question: 'Your question',
    askSays: 'The answer appears on this page; come back with the same link.',
    askGo: 'Send the question',
    reason: 'Why not, if you like to tell',
    declineSays: 'The offer is then off the table.',
    declineGo: 'Decline the offer',
    back: 'Back',
    asked: 'Your question is sent. The answer appears here.',
  },
  changed: (version: number) =>
    `The offer was changed in the meantime. This is version ${count(version)}; please read it again.`,
  print: 'Print',
  pdf: 'Save as PDF',
  by: (who: string, when: string) => `by ${who} on ${when}`,
  standing: {
    sent: { title: '', says: '' },
    expired: { title: 'This offer has expired', says: 'Its last day has passed. Ask whoever sent it for a new one.' },
    accepted: { title: 'Accepted', says: 'Thank you. Nothing more is needed here; print the page or keep the link.' },
    declined: {
      title: 'Declined',
      says: 'Thank you for telling. If things change, ask whoever sent it for a new offer.',
    },
    withdrawn: { title: 'This offer was withdrawn', says: 'Ask whoever sent it for a new one.' },
    draft: {
      title: 'This offer is being written anew',
      says: 'What you read before is no longer on the table. You will get a new link.',
    },
    'awaits-approval': {
      title: 'This offer is being written anew',
      says: 'What you read before is no longer on the table. You will get a new link.',
    },
    refused: {
      title: 'This offer is being written anew',
      says: 'What you read before is no longer on the table. You will get a new link.',
    },
  } satisfies Record<QuoteStanding, { title: string; says: string }>,
  over: {
    title: 'This link does not work any more',
    says: 'The offer was withdrawn, replaced by a new one, or is long past its last day. Ask whoever sent it for a new link.',
  },
  noToken: {
    title: 'Part of the link is missing',
    says: 'Open it again just as it was sent to you, with everything after the # sign.',
  },
  wrong: 'This did not work',
  retry: 'Try again',
} as const;
