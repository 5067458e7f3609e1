import type { Role } from '@/api';
import { m as shared } from '@/messages';
import { m } from './messages';

/** The mightiest first. */
export const ROLES = ['owner', 'manager', 'editor', 'rep', 'viewer'] as const satisfies readonly Role[];

/** Roles to choose from, each with what it may do. */
export const ROLE_CHOICES = ROLES.map((value) => ({ value, label: `${shared.roles[value]} – ${m.may[value]}` }));

/** The role of that word. */
export const roleOf = (word: string | null): Role | undefined => ROLES.find((r) => r === word);
