import type { SearchHit } from '@/api';
import { PLACES } from '@/app/places';
import { m } from './messages';

export type Group = keyof typeof m.groups;

/** Something to choose in the palette. */
export interface Item {
  key: string;
  group: Group;
  /** Its name in pieces, with what was searched for marked. */
  name: { text: string; hit: boolean }[];
  beside: string;
  /** Where it leads. */
  href?: string;
  /** What it does instead. */
  act?: 'light' | 'dark';
}

const plain = (text: string): Item['name'] => [{ text, hit: false }];

/** Where a hit leads. */
export function hrefOf({ kind, id }: SearchHit): string {
  switch (kind) {
    case 'deal':
    case 'person':
      return `/deals/${encodeURIComponent(id)}`;
    case 'account':
      return `/accounts/one?name=${encodeURIComponent(id)}`;
    case 'content':
      return id === '' ? '/define/playbook' : `/api/v1/library/files/${encodeURIComponent(id)}`;
    case 'page':
      return `/manual/${encodeURIComponent(id)}`;
  }
}

export const itemOf = (hit: SearchHit, at: number): Item => ({
  key: `${hit.kind}-${hit.id}-${at}`,
  group: hit.kind,
  name: hit.name,
  beside: hit.beside,
  href: hrefOf(hit),
});

const act = (name: string, rest: Pick<Item, 'href'> | Pick<Item, 'act'>): Item => ({
  key: name,
  group: 'act',
  name: plain(name),
  beside: '',
  ...rest,
});

/** Pages and acts, which need no server. */
export const OWN: readonly Item[] = [
  ...PLACES.map((place): Item => ({
    key: place.to,
    group: 'place',
    name: plain(place.name),
    beside: `g ${place.key}`,
    href: place.to,
  })),
  act(m.acts.newDeal, { href: '/board?new=1' }),
  act(m.acts.import, { href: '/import' }),
  act(m.acts.list, { href: '/deals' }),
  act(m.acts.accounts, { href: '/accounts' }),
  act(m.acts.people, { href: '/settings' }),
  act(m.acts.fields, { href: '/settings/deals#fields' }),
  act(m.acts.teams, { href: '/settings#teams' }),
  act(m.acts.discounts, { href: '/settings/prices#discounts' }),
  act(m.acts.currency, { href: '/settings/prices#currency' }),
  act(m.acts.catalogue, { href: '/settings/prices#catalogue' }),
  act(m.acts.review, { href: '/measure/review' }),
  act(m.acts.work, { href: '/settings/deals#work' }),
  act(m.acts.light, { act: 'light' }),
  act(m.acts.dark, { act: 'dark' }),
];

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The pages and acts of which a word begins with each word that was typed. */
export function ownItems(text: string): Item[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((w) => w !== '');
  if (words.length === 0) return [];
  const meets = (item: Item) => {
    const own = fold(item.name.map((p) => p.text).join('')).split(/[\s:]+/);
    return words.every((word) => own.some((o) => o.startsWith(word)));
  };
  return OWN.filter(meets);
}
