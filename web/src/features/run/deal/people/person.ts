import type { DealPerson } from '@/api';
import { fieldName } from '@/messages';
import { wordOffers, type Offer } from '../offers';

const ROLES = ['decision-maker', 'champion', 'blocker', 'user'];

/** Roles to choose from: the usual ones, and those that the process looks for. */
export const roleOffers = (own: readonly string[]): Offer[] =>
  wordOffers([...new Set([...ROLES, ...own])]).map((offer) => ({ ...offer, words: fieldName(offer.id) }));

/** What somebody is known by, so that it cannot change with the rest; none for somebody new. */
export const knownBy = (person: DealPerson | null): 'email' | 'name' | null =>
  person === null ? null : (person.email ?? '') !== '' ? 'email' : 'name';

/** What they are called: by name, address or role. */
export const calledOf = ({ name, email, role }: DealPerson, otherwise: string): string =>
  [name, email ?? '', fieldName(role ?? '')].find((text) => text !== '') ?? otherwise;
