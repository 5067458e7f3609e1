export const m = {
  yes: 'Yes',
  no: 'No',
  helps: {
    text: undefined,
    number: 'With a point: 12.5',
    money: 'With a point: 1200.50, or 1200.50 EUR',
    date: undefined,
    choice: undefined,
    'yes-no': undefined,
    link: 'Begins with https://',
  },
  missing: 'Needed from here on',
  unfit: (says: string) => `Does not fit: ${says}`,
} as const;
