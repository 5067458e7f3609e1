import type { AssignmentRule, AssignmentRules } from '@/api';
import { randomKey } from '@/features/run/key';
import { m } from './messages';

/** A rule as it is edited. */
export interface RuleDraft {
  id: string;
  name: string;
  /** Values separated by commas. */
  when: { field: string; is: string }[];
  sharing: AssignmentRule['sharing'];
  reps: { name: string; weight: number; away: string }[];
}

export const draftsOf = (rules: AssignmentRules): RuleDraft[] =>
  rules.rules.map((rule) => ({
    id: rule.id,
    name: rule.name,
    when: (rule.when ?? []).map(({ field, is }) => ({ field, is: is.join(', ') })),
    sharing: rule.sharing,
    reps: rule.reps.map((rep) => ({ name: rep.name, weight: rep.weight ?? 1, away: rep.away_until ?? '' })),
  }));

const values = (text: string): string[] => text.split(',').map((value) => value.trim());

/** The rules as they are sent. A condition without values is for leads that have none. */
export const rulesOf = (drafts: RuleDraft[]): AssignmentRules => ({
  rules: drafts.map((draft) => ({
    id: draft.id,
    name: draft.name,
    when: draft.when.map(({ field, is }) => ({ field, is: values(is) })),
    sharing: draft.sharing,
    reps: draft.reps.map(({ name, weight, away }) => ({ name, weight, ...(away === '' ? {} : { away_until: away }) })),
  })),
});

/** A new rule, first among the others where these fit all leads. */
export const withRule = (drafts: RuleDraft[], reps: string[]): RuleDraft[] => [
  {
    id: randomKey(),
    name: drafts.length === 0 ? m.newName : '',
    when: drafts.length === 0 ? [] : [{ field: 'country', is: '' }],
    sharing: 'round-robin',
    reps: reps.map((name) => ({ name, weight: 1, away: '' })),
  },
  ...drafts,
];

/** The list with one put before the one above it. */
export function up<T>(all: T[], at: number): T[] {
  const moved = all[at];
  if (at === 0 || moved === undefined) return all;
  const rest = all.filter((_, i) => i !== at);
  return [...rest.slice(0, at - 1), moved, ...rest.slice(at - 1)];
}
