import type { DealPerson } from '@/api';
import { fieldName } from '@/messages';
import { wordOffers, type Offer } from '../offers';

const ROLES = ['decision-maker', 'champion', 'blocker', 'user'];

/** Roles to choose from: the usual ones, and those that the process looks for. */
export const roleOffers = (own: readonly string[]): Offer[] =>
  wordOffers([...new Set([...ROLES, ...own])]).map((offer) => ({ ...offer, words: fieldName(offer.id) }));

/** By what somebody is known, to be changed or taken off; none for somebody new or of whom only a role is known. */
export const knownBy = (person: DealPerson | null): string | null => {
  const known = [person?.email ?? '', person?.name ?? ''].find((text) => text !== '');
  return known ?? null;
};

/** What they are called: by name, address or role. */
export const calledOf = ({ name, email, role }: DealPerson, otherwise: string): string =>
  [name, email ?? '', fieldName(role ?? '')].find((text) => text !== '') ?? otherwise;
