export const m = {
  discounts: {
    title: 'Limits of discount',
    says: 'Up to these, a quote can be sent without anybody’s approval. An owner may give any discount.',
    readOnly: 'Owners and managers change them.',
    rep: 'A rep may give, %',
    manager: 'A manager may give, %',
    eachLine: 'No line of a quote alone may have more either',
    save: 'Save the limits',
    saved: 'Saved the limits of discount.',
  },
  currency: {
    title: 'Currency of sums',
    says: 'Sums on the board, in the list and of accounts are told in it, by the latest rate. What has no rate is said beside the sum.',
    label: 'Currency',
    help: 'Three letters, such as EUR. Left empty: that of the first deal that names one.',
    save: 'Save the currency',
    saved: 'Saved the currency.',
    rates: 'Commission and sums go by the same',
    toRates: 'exchange rates',
  },
} as const;
