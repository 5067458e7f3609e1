import { expect, it } from 'vitest';
import type { ContactPlan } from '@/api';
import { previewOf } from './preview';

it('shows rows as the leads they become', () => {
  const plan: ContactPlan = {
    name: 'list.csv',
    format: { type: 'delimited', encoding: 'utf-8', delimiter: ',' },
    sheets: [],
    columns: [
      { name: 'Vorname', meaning: { is: 'first-name' } },
      { name: 'Name', meaning: { is: 'last-name' } },
      { name: 'Mail', meaning: { is: 'email' } },
      { name: 'Land', meaning: { is: 'attribute', name: 'country' } },
      { name: 'Other', meaning: { is: 'ignored' } },
    ],
    sample: [
      ['Ada', 'Lovelace', 'ada@x.example', 'UK', 'secret'],
      ['', '', '', '', ''],
    ],
    bytes: 1,
  };
  expect(previewOf(plan)).toEqual([
    { person: 'Ada Lovelace', company: '', reach: 'ada@x.example', more: 'country: UK' },
    { person: '', company: '', reach: '', more: '' },
  ]);
});
