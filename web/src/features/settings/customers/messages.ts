import type { HealthLimits } from '@/api';

export const m = {
  title: 'Customers',
  says: 'From when on a fact about a customer is a matter of concern. Each light on their page says which fact it rests on.',
  days: 'days',
  of: {
    quiet_days: 'No act of theirs: amber from',
    silent_days: 'No act of theirs: red from',
    promise_days: 'A promise of ours is late: red from',
    unconfirmed_days: 'A delivery is not confirmed: amber from',
    dispute_days: 'Something of a delivery is missing: red from',
    review_days: 'A review of the value is late: red from',
    renewal_days: 'Speak about the renewal before the last day of notice',
  } satisfies Record<keyof HealthLimits, string>,
  save: 'Save',
  saved: 'Kept.',
} as const;
