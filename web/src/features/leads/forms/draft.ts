import type { FormField, LeadForm, SavedForm } from '@/api';
import { m } from './messages';

/** A field as it is edited. */
export interface FieldDraft {
  key: number;
  /** One of [`KNOWN`], or `other`. */
  becomes: Known | 'other';
  /** Of something else: the name of the attribute. */
  attribute: string;
  label: string;
  kind: Kind;
  required: boolean;
  /** One a line. */
  choices: string;
}

export const KNOWN = ['contact', 'email', 'phone', 'account', 'title', 'website', 'country', 'note'] as const;
export type Known = (typeof KNOWN)[number];
export const KINDS = ['line', 'email', 'phone', 'text', 'choice'] as const;
export type Kind = (typeof KINDS)[number];

/** A form as it is edited. */
export interface FormDraft {
  name: string;
  title: string;
  intro: string;
  source: string;
  campaign: string;
  thanks: string;
  consent: string;
  sites: string;
  closed: boolean;
  fields: FieldDraft[];
}

const field = (key: number, becomes: Known, label: string, kind: Kind, required: boolean): FieldDraft => ({
  key,
  becomes,
  attribute: '',
  label,
  kind,
  required,
  choices: '',
});

/** What most forms ask. */
const USUAL: FormDraft = {
  name: '',
  title: '',
  intro: '',
  source: 'Website',
  campaign: '',
  thanks: m.form.thanksUsual,
  consent: '',
  sites: '',
  closed: false,
  fields: [
    field(1, 'contact', m.usual.name, 'line', true),
    field(2, 'email', m.usual.email, 'email', true),
    field(3, 'account', m.usual.company, 'line', false),
    field(4, 'note', m.usual.message, 'text', false),
  ],
};

const isKnown = (id: string): id is Known => KNOWN.some((known) => known === id);

function draftOfField(one: FormField, key: number): FieldDraft {
  const known = isKnown(one.id) ? one.id : 'other';
  return {
    key,
    becomes: known,
    attribute: known === 'other' ? one.id : '',
    label: one.label,
    kind: one.kind ?? 'line',
    required: one.required ?? false,
    choices: (one.choices ?? []).join('\n'),
  };
}

export const draftOf = (form: SavedForm | null): FormDraft =>
  form === null
    ? USUAL
    : {
        name: form.name,
        title: form.title ?? '',
        intro: form.intro ?? '',
        source: form.source,
        campaign: form.campaign ?? '',
        thanks: form.thanks,
        consent: form.consent ?? '',
        sites: (form.sites ?? []).join('\n'),
        closed: form.closed ?? false,
        fields: form.fields.map(draftOfField),
      };

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The form as it is sent. */
export const formOf = (draft: FormDraft): LeadForm => ({
  ...draft,
  sites: lines(draft.sites),
  fields: draft.fields.map((one) => ({
    id: one.becomes === 'other' ? one.attribute : one.becomes,
    label: one.label,
    kind: one.kind,
    required: one.required,
    choices: one.kind === 'choice' ? lines(one.choices) : [],
  })),
});

/** A field added to a draft, of the first kind that it does not ask yet. */
export function withField(draft: FormDraft): FormDraft {
  const free = KNOWN.find((known) => !draft.fields.some((one) => one.becomes === known)) ?? 'other';
  const key = Math.max(0, ...draft.fields.map((one) => one.key)) + 1;
  const kind: Kind = free === 'email' || free === 'phone' ? free : free === 'note' ? 'text' : 'line';
  const added: FieldDraft = {
    ...field(key, 'note', '', kind, false),
    becomes: free,
    label: free === 'other' ? '' : m.becomes[free],
  };
  return { ...draft, fields: [...draft.fields, added] };
}
