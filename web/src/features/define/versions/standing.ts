import type { Standing, VersionLine } from '@/api';

/** What can be done with a version. */
export type Action = 'see' | 'compare' | 'look' | 'decline' | 'back' | 'move';

const LEADING: Record<Standing, Action[]> = {
  proposed: ['look', 'decline'],
  active: [],
  replaced: ['back'],
  declined: [],
};

/** What who looks can do with a version, the main action first. */
export function actionsOf({ standing, open_deals: deals }: VersionLine, leads: boolean): Action[] {
  const own = leads ? LEADING[standing] : [];
  const move: Action[] = leads && standing !== 'active' && deals > 0 ? ['move'] : [];
  return [...own, 'see', ...(standing === 'active' ? [] : (['compare'] as const)), ...move];
}

/** Versions that wait to be looked over. */
export const waiting = (lines: readonly VersionLine[]): number =>
  lines.filter(({ standing }) => standing === 'proposed').length;
