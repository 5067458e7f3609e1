import { expect, it } from 'vitest';
import type { SavedForm } from '@/api';
import { draftOf, formOf, withField } from './draft';

it('sends what was loaded', () => {
  const saved: SavedForm = {
    id: '1',
    version: 3,
    name: 'Contact',
    title: 'Write to us',
    intro: '',
    source: 'Website',
    campaign: '',
    thanks: 'Thank you.',
    consent: 'Yes.',
    sites: ['https://a.example'],
    closed: false,
    fields: [
      { id: 'email', label: 'E-mail', kind: 'email', required: true, choices: [] },
      { id: 'size', label: 'Size', kind: 'choice', required: false, choices: ['1-10', 'more'] },
    ],
  };
  expect(saved).toMatchObject(formOf(draftOf(saved)));
});

it('adds what is not asked yet', () => {
  const draft = withField(draftOf(null));
  expect(draft.fields.at(-1)).toMatchObject({ becomes: 'phone', kind: 'phone', label: 'Phone' });
  const keys = withField(draft).fields.map((one) => one.key);
  expect(new Set(keys).size).toBe(keys.length);
});
