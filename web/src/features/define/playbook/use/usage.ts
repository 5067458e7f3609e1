import type { AnswerUse, ContentUse, Endings, OtherName, PlaybookUse } from '@/api';
import { given } from '@/ui/given';

/** Days after which content counts as unused for long. */
const LONG = 182;
const DAY = 86_400_000;

export type Usage = 'never' | 'long' | 'lately';

/** The later of the moments at which content was shared or looked at; none where it has no date. */
export function lastOf({ shared, viewed }: ContentUse): string | null {
  const [first, second] = [shared.last ?? '', viewed.last ?? ''];
  const last = Date.parse(first) >= Date.parse(second) || second === '' ? first : second;
  return last === '' ? null : last;
}

/** Deals with it, open ones too. */
export const dealsWith = ({ open, with: had }: Endings): number => open + had.of;

/** When content was last used; without a date it counts as long ago. */
export function usageOf(content: ContentUse, now: number): Usage {
  if (content.shared.times + content.viewed.times === 0) return 'never';
  const last = lastOf(content);
  return last !== null && now - Date.parse(last) < LONG * DAY ? 'lately' : 'long';
}

/** What the data says of those deals against the others. */
export type Verdict = 'none' | 'cannot-tell' | 'no-difference' | 'more' | 'less';

export function verdictOf(endings: Endings): Verdict {
  const { with: had, gain, supported } = endings;
  if (had.of === 0) return 'none';
  if (!given(gain)) return 'cannot-tell';
  if (!supported) return 'no-difference';
  return gain.value > 0 ? 'more' : 'less';
}

/** Of the answers after which deals were won more often, as far as the data supports it, the one with the most gain. */
export function bestOf(answers: readonly AnswerUse[]): string | null {
  const good = answers.filter((a) => verdictOf(a.endings) === 'more');
  const gain = (a: AnswerUse) => a.endings.gain?.value ?? 0;
  return good.sort((a, b) => gain(b) - gain(a))[0]?.id ?? null;
}

const folded = (name: string) => name.trim().toLowerCase();

/** Names that events bear and the draft does not have either; what was just added is gone at once. */
export const othersLeft = (others: readonly OtherName[], there: readonly string[]): OtherName[] =>
  others.filter(({ name }) => !there.some((t) => folded(t) === folded(name)));

export const namesContent = ({ content, other_content }: PlaybookUse): boolean =>
  other_content.length > 0 || content.some((c) => c.shared.times + c.viewed.times > 0);

export const namesObjections = ({ objections, other_objections }: PlaybookUse): boolean =>
  other_objections.length > 0 || objections.some((o) => o.raised.times > 0);
