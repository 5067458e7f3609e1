import type { BulkChange } from '@/api';

/** What can be changed of many deals. */
export const KINDS = ['owner', 'team', 'tags-add', 'tags-remove', 'field', 'move'] as const;
export type Kind = (typeof KINDS)[number];

/** What the form gives. */
export interface Wish {
  kind: Kind;
  /** The field, where it is none of the kinds. */
  field: string;
  value: string;
  reason: string;
  allOrNone: boolean;
}

/** Whether there is enough to be sent. */
export const isWhole = ({ kind, field, value }: Wish): boolean =>
  kind === 'field' ? field.trim() !== '' : kind === 'owner' || kind === 'team' ? true : value.trim() !== '';

/** The change of these deals, each at the version that was seen. */
export function changeOf(deals: readonly { id: string; version: number }[], wish: Wish): BulkChange {
  const { kind, field, reason } = wish;
  const value = wish.value.trim();
  const base: BulkChange = {
    deals: deals.map(({ id, version }) => ({ id, version })),
    all_or_none: wish.allOrNone,
  };
  switch (kind) {
    case 'tags-add':
      return { ...base, tags_add: value };
    case 'tags-remove':
      return { ...base, tags_remove: value };
    case 'move':
      return { ...base, move: { to: value, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } };
    case 'field':
      return { ...base, fields: { [field.trim()]: value } };
    default:
      return { ...base, fields: { [kind]: value } };
  }
}
